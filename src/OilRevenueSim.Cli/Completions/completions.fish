# Completes oilsim in fish; made by `oilsim completions fish`.
function __oilsim_words
    set -l line (commandline -cp)
    set -l word (commandline -ct)
    for found in (oilsim "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)
        if test -z "$word"; and string match -qr '^[-/]' -- $found
            continue
        end
        echo $found
    end
end
complete -c oilsim -a '(__oilsim_words)'
complete -c oilsim -n __fish_use_subcommand -f
