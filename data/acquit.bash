# bash completion for acquit                                -*- shell-script -*-
# SPDX-License-Identifier: GPL-3.0-or-later

_acquit () {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  COMPREPLY=()

  case $previous in
    --today | --geometry) return ;;
  esac
  if [[ $current == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W '--today --geometry --help --help-all --help-gapplication' -- "$current")
  else
    # Company files, and the folders on the way to them.
    mapfile -t COMPREPLY < <(compgen -f -X '!*.acquit' -- "$current"; compgen -d -- "$current")
  fi
}

complete -o filenames -F _acquit acquit
