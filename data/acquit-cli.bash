# bash completion for acquit-cli                            -*- shell-script -*-
# SPDX-License-Identifier: GPL-3.0-or-later

# The words that may stand after a verb and its file.
_acquit_cli_words () {
  case $1 in
    create) echo --name --siren --iban --profile ;;
    set) echo name= legal_form= capital= siren= registry= vat_number= address= postcode= city= phone= email= iban= \
      bic= bank_name= signatory= signatory_role= mediator_name= mediator_address= mediator_url= logo= \
      scenario= tolerance= recipients_a_day= factoring_fee= factoring_rate= factoring_days= discount= discount_days= holiday_region= old_items=answered ;;
    demo) echo --files ;;
    import) echo --as --mapping --dry-run ;;
    list) echo customers invoices transactions messages notes journal batches --status --customer ;;
    reconcile) echo --apply ;;
    match) echo --interest ;;
    pay) echo --on --means --reason --number --bank --drawer ;;
    note) echo promise dispute hold exclude call reminded answer waiver handover postpone --invoice --customer --amount --until --on --reason --category --person ;;
    agree) echo --customer --invoice --instalments --first ;;
    interest) echo --at ;;
    kpi) echo --from --to ;;
    forecast) echo --weeks ;;
    plan) echo --until ;;
    why) echo --on ;;
    approve) echo --all --customer --overrule ;;
    scenario) echo list import export remove default first choose --output --customer --invoice ;;
    letter) echo --customer --invoice --model --output --accept --reason --payments --on --accepted --contract --contract-day --works --reserves --lifted --no-opposition --enclosures --penalties --indemnities --later-penalties ;;
    export) echo customers invoices transactions ageing backup evidence --output --customer --invoice --for --court --works --document --accept --reason ;;
  esac
}

# The values of an option.
_acquit_cli_values () {
  case $1 in
    --as) echo auto invoices statement customers ledger ;;
    --category) echo price quantity quality not_ordered document details other ;;
    --means) echo cheque cash card transfer compensation write_off ;;
    --model) echo formal_notice statement cheque_slip retention_release payment_plan receipt ;;
    --penalties | --indemnities | --later-penalties) echo claimed waived ;;
    --for) echo lawyer bailiff court ;;
    --overrule) echo bank_coverage attachment ;;
    --status) echo cancelled paid insolvent excluded disputed promised in_plan held partly_paid open overdue ;;
  esac
}

_acquit_cli () {
  local verbs='create set demo import undo list reconcile match unmatch pay note agree interest plan why approve scenario letter kpi forecast export verify'
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} verb='' values index
  COMPREPLY=()

  for ((index = 1; index < COMP_CWORD; index++)); do
    case ${COMP_WORDS[index]} in
      --today) index=$((index + 1)) ;;
      -*) ;;
      *)
        verb=${COMP_WORDS[index]}
        break
        ;;
    esac
  done

  values=$(_acquit_cli_values "$previous")
  if [[ -n $values ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$values" -- "$current")
  elif [[ -z $verb ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$verbs --today --json --help --version" -- "$current")
  elif [[ $previous == "$verb" || $previous == --@(files|profile|mapping|output) ]]; then
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
  else
    mapfile -t COMPREPLY < <(compgen -W "$(_acquit_cli_words "$verb")" -- "$current")
    if [[ $verb == import && $current != -* ]]; then
      mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$current")
    fi
  fi
}

complete -o filenames -o bashdefault -F _acquit_cli acquit-cli
