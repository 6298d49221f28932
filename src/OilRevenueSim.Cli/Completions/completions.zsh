# Completes oilsim in zsh; made by `oilsim completions zsh`.
_oilsim() {
  local line=${(j: :)words[1,CURRENT]} word=$PREFIX
  local -a all open closed
  all=(${(f)"$(oilsim "[suggest:${#line}]" "$line" 2>/dev/null)"})
  all=(${(M)all:#${(b)word}*})
  [[ -n $word ]] || all=(${all:#[-/]*})
  open=(${(M)all:#*[=/]})
  closed=(${all:#*[=/]})
  (( $#all )) || { _files; return }
  (( $#open )) && compadd -S '' -- $open
  (( $#closed )) && compadd -- $closed
  return 0
}
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
compdef _oilsim oilsim
