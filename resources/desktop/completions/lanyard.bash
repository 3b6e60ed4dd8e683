# Completion of lanyard in bash.
_lanyard()
{
    case $3 in
        --server | --user | =) return ;; # a value
    esac
    mapfile -t COMPREPLY < <(compgen -W '-v --version -h --help --help-all --server --user' -- "$2")
}
complete -F _lanyard lanyard
