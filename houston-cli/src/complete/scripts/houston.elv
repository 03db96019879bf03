# Completions of houston for Elvish. At each TAB, they ask the program itself.
use str
set edit:completion:arg-completer[houston] = {|@words|
    e:houston complete elvish (all $words[1..]) | from-lines | each {|line|
        var kind value about = (str:split "\t" $line)
        if (eq $kind files) {
            edit:complete-filename $words[-1][(num $value)..] | each {|file|
                edit:complex-candidate $words[-1][..(num $value)]$file[stem] &code-suffix=$file[code-suffix] &display=$file[display]
            }
        } else {
            var suffix = (if (eq $kind ended) { put ' ' } else { put '' })
            var shown = (if (eq $about '') { put $value } else { put $value'  '$about })
            edit:complex-candidate $value &code-suffix=$suffix &display=$shown
        }
    }
}
