# Completion of lanyard in fish.
complete -c lanyard -f
complete -c lanyard -s v -l version -d 'Displays version information.'
complete -c lanyard -s h -l help -d 'Show this help.'
complete -c lanyard -l help-all -d 'Show this help.'
complete -c lanyard -l server -x -d 'Address of the service.'
complete -c lanyard -l user -x -d 'Username to sign in with.'
