namespace PodPlay.Cli.Completion;

/// <summary>What a shell loads. The scripts ask podplay itself what may come next, so that they fit every version of it.</summary>
internal static class CompletionScripts
{
    /// <summary>The first argument by which a script asks.</summary>
    public const string Hook = "__complete";

    public const string Bash = $$"""
        # bash completion for podplay. Load it:  source <(podplay completion bash)
        _podplay() {
            local line=${COMP_LINE:0:COMP_POINT} word rest files=
            local -a words values=()
            read -ra words <<<"$line"
            [[ $line == *[[:space:]] ]] && words+=("")
            local typed=${words[-1]}
            # bash begins a new word behind a colon and an equals sign: what stands before is not to be repeated.
            local before=${typed%"${typed##*[:=]}"}
            while IFS= read -r line; do
                word=${line%%$'\t'*} rest=${line#*$'\t'}
                if [[ -n $word ]]; then values+=("$(printf %q "${word#"$before"}")"); else files=$rest; fi
            done < <(podplay {{Hook}} "${words[@]:1}" 2>/dev/null)
            COMPREPLY=("${values[@]}")
            case $files in
                files) compopt -o filenames; mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "${typed#"$before"}") ;;
                folders) compopt -o filenames; mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -d -- "${typed#"$before"}") ;;
            esac
            # A name that its ports may follow is not finished.
            [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[.:=] ]] && compopt -o nospace
            return 0
        }
        complete -F _podplay podplay

        """;

    public const string Zsh = $$"""
        #compdef podplay
        # zsh completion for podplay. Load it:  source <(podplay completion zsh)   or save it as _podplay in a folder of $fpath
        _podplay() {
            local line value about
            local -a pairs
            for line in "${(@f)$(podplay {{Hook}} "${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
                value=${line%%$'\t'*} about=${line#*$'\t'}
                if [[ -n $value ]]; then
                    pairs+=("${value//:/\\:}:$about")
                elif [[ $about == files ]]; then
                    _files
                elif [[ $about == folders ]]; then
                    _files -/
                fi
            done
            (( $#pairs )) && _describe -t podplay podplay pairs
        }
        if [[ ${funcstack[1]} == _podplay ]]; then
            _podplay "$@"
        else
            compdef _podplay podplay
        fi

        """;

    public const string Fish = $$"""
        # fish completion for podplay. Load it:  podplay completion fish | source
        function __podplay_complete
            set -l words (commandline -opc)
            set -l typed (commandline -ct)
            for line in (podplay {{Hook}} $words[2..-1] "$typed" 2>/dev/null)
                switch $line
                    case \t'files'
                        __fish_complete_path "$typed"
                    case \t'folders'
                        __fish_complete_directories "$typed"
                    case '*'
                        echo $line
                end
            end
        end
        complete -c podplay -f -a '(__podplay_complete)'

        """;
}
