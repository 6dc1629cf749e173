/** The shells' completion scripts: each asks `servanda completion -- WORDS` for completions, and falls back to file names. */

export const shells = ['bash', 'zsh'] as const;
export type Shell = (typeof shells)[number];

/** `program`: the command that the shell runs for completions, one word per element. */
export const scripts: Readonly<Record<Shell, (program: readonly string[]) => string>> = {
  // bash splits --kind=x into three words.
  bash: program => `# servanda, completed by bash: servanda … and npx servanda …
_servanda_propose() {
  local typed=() i value rest
  for ((i = $1; i <= COMP_CWORD; i++)); do
    if [[ \${COMP_WORDS[i]} != '=' ]]; then
      typed+=("\${COMP_WORDS[i]}")
    elif ((i == COMP_CWORD)); then
      typed+=('')
    fi
  done
  COMPREPLY=()
  while IFS=$'\\t' read -r value rest; do
    COMPREPLY+=("$value")
  done < <(${quoted(program)} completion -- "\${typed[@]}" 2>/dev/null)
}
_servanda() {
  _servanda_propose 1
}
_servanda_npx() {
  COMPREPLY=()
  if ((COMP_CWORD > 1)) && [[ \${COMP_WORDS[1]} == servanda ]]; then
    _servanda_propose 2
  fi
}
complete -o default -F _servanda servanda
complete -p npx >/dev/null 2>&1 || complete -o default -F _servanda_npx npx`,
  zsh: program => `#compdef servanda
# servanda, completed by zsh: servanda … and npx servanda …
_servanda_propose() {
  local -a proposals
  local value brief
  while IFS=$'\\t' read -r value brief; do
    proposals+=("\${value//:/\\\\:}:$brief")
  done < <(${quoted(program)} completion -- "\${(@)words[$1,CURRENT]}" 2>/dev/null)
  if (( \${#proposals} )); then
    _describe -t servanda servanda proposals
  else
    _files
  fi
}
_servanda() {
  _servanda_propose 2
}
_servanda_npx() {
  if (( CURRENT > 2 )) && [[ \${words[2]} == servanda ]]; then
    _servanda_propose 3
  else
    _files
  fi
}
(( \${+functions[compdef]} )) || { autoload -Uz compinit && compinit; }
compdef _servanda servanda
(( \${+_comps[npx]} )) || compdef _servanda_npx npx`,
};

/** Quoted as words of a shell, whatever they contain. */
const quoted = (words: readonly string[]): string => words.map(word => `'${word.replaceAll("'", String.raw`'\''`)}'`).join(' ');
