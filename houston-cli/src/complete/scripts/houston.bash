# Completions of houston for bash. At each TAB, they ask the program itself.
_houston() {
    local line path end
    COMPREPLY=()
    compopt +o default 2>/dev/null
    while IFS= read -r line; do
        case $line in
            :files) compopt -o default +o nospace 2>/dev/null ;;
            :files*)
                line=${line#:files}
                while IFS= read -r path; do
                    [[ -d $path ]] && end=/ || end=' '
                    printf -v path %q "$path"
                    COMPREPLY+=("$line$path$end")
                done < <(compgen -f -- "${2#"$line"}")
                ;;
            *) COMPREPLY+=("$line") ;;
        esac
    done < <(command houston complete bash "$2" "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
}
complete -o default -o nospace -F _houston houston
