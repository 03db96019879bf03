# Completions of houston for fish. At each TAB, they ask the program itself.
function __houston_complete
    set -l words (commandline -opc)
    while string match -q -- '*=*' $words[1]
        set -e words[1]
    end
    set -l current (commandline -ct)
    for line in (command houston complete fish $words[2..-1] "$current" 2>/dev/null)
        switch $line
            case ':files*'
                set -l kept (string sub -s 7 -- $line)
                set -l begun (string sub -s (math 1 + (string length -- "$kept")) -- "$current")
                for path in (__fish_complete_path "$begun")
                    echo -- "$kept$path"
                end
            case '*'
                echo -- $line
        end
    end
end
complete -c houston -f -k -a '(__houston_complete)'
