# Completes oilsim in bash; made by `oilsim completions bash`.
_oilsim() {
  local word=${COMP_LINE:0:COMP_POINT} part=${COMP_WORDS[COMP_CWORD]} line
  word=${word##* }
  # bash has cut the word at signs such as = and >, and takes only what stands behind the last.
  [[ $part == [=:\>]* ]] && part=
  local cut=${word%"$part"}
  COMPREPLY=()
  while IFS= read -r line; do
    [[ $line == "$word"* ]] || continue
    [[ -n $word || $line != [-/]* ]] || continue
    COMPREPLY+=("${line#"$cut"}")
  done < <(oilsim "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)
  # Quotes what needs it, and goes on behind a folder.
  ((COMP_CWORD > 1)) && compopt -o filenames
  [[ ${COMPREPLY[0]-} == *[=/] ]] && compopt -o nospace
}
complete -o default -F _oilsim oilsim
