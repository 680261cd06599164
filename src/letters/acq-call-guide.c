/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-call-guide.h"

#include "acq-french-text.h"
#include "acq-mail-sentences.h"
#include "acq-mail-words.h"

static void
add_heading (AcqMailText *text, const char *words)
{
  acq_mail_text_take (text, ACQ_MAIL_BLOCK_HEADING, acq_mail_fill (words, NULL));
}

static void
add_line (AcqMailText *text, const char *words)
{
  acq_mail_text_take (text, ACQ_MAIL_BLOCK_PARAGRAPH, acq_mail_fill (words, NULL));
}

/* "la facture F1 de 120,00 €, échue le 3 novembre", "trois factures, 4 200,00 € en tout". */
static char *
name_debt (const AcqMailScope *scope)
{
  const AcqReminderMail *mail = scope->mail;
  g_autofree char *asked = acq_mail_amount (scope->asked, mail->currency);
  g_autofree char *count = NULL;
  g_autofree char *due = NULL;

  if (scope->n_asked == 1 && scope->only != NULL)
    {
      due = acq_mail_day (scope->only->due, mail->day);
      return acq_mail_fill (
        mail->tone == ACQ_MAIL_TONE_RELEASE
          ? "la retenue de garantie de la facture *|{number}|*, *{asked}*, à libérer depuis le {due}"
        : mail->tone == ACQ_MAIL_TONE_INFORMATIVE
          ? "la facture *|{number}|*, *{asked}*, qui arrive à échéance le {due}"
          : "la facture *|{number}|*, *{asked}* à régler depuis le {due}",
        "number", scope->only->number, "asked", asked, "due", due, NULL);
    }
  count = acq_french_count (scope->n_asked);
  return acq_mail_fill (mail->tone == ACQ_MAIL_TONE_RELEASE
                          ? "{count} retenues de garantie, *{asked}* en tout"
                          : "{count} échéances, *{asked}* en tout",
                        "count", count, "asked", asked, NULL);
}

static void
add_beginning (const AcqMailScope *scope, AcqMailText *text)
{
  const AcqCompany *company = scope->mail->company;
  g_autofree char *debt = name_debt (scope);
  g_autofree char *caller
    = company->signatory == NULL || company->signatory[0] == '\0'
        ? acq_mail_fill ("{company}", "company", company->name == NULL ? "" : company->name, NULL)
        : acq_mail_fill ("{signatory}, de {company}", "signatory", company->signatory, "company",
                         company->name == NULL ? "" : company->name, NULL);
  g_autofree char *greeting
    = acq_mail_fill ("Bonjour, {caller}. J'appelle au sujet de ", "caller", caller, NULL);

  add_heading (text, "Pour commencer");
  acq_mail_text_take (text, ACQ_MAIL_BLOCK_PARAGRAPH, g_strconcat (greeting, debt, ".", NULL));
}

static void
add_debts (const AcqMailScope *scope, AcqMailText *text)
{
  const GPtrArray *accounts = scope->mail->accounts;

  for (guint i = 0; i < accounts->len; i++)
    {
      const AcqMailAccount *account = accounts->pdata[i];
      g_autofree char *name = acq_french_printable (account->customer->name);

      if (accounts->len == 1 && account->customer == scope->mail->recipient)
        add_heading (text, "Ce qui est dû");
      else
        acq_mail_text_take (text, ACQ_MAIL_BLOCK_HEADING,
                            acq_mail_fill ("Ce qui est dû par {name}", "name", name, NULL));
      acq_reminder_mail_fill_table (scope->mail, account, acq_mail_text_add_table (text));
    }
}

static void
add_promises (const AcqMailScope *scope, AcqMailText *text)
{
  g_autoptr (AcqMailText) promises = acq_mail_text_new ();

  if (!acq_mail_add_promises (scope, promises))
    return;
  add_heading (text, "Ce qui a été dit");
  acq_mail_add_promises (scope, text);
}

static void
add_questions (const AcqMailScope *scope, AcqMailText *text)
{
  add_heading (text, "À demander");
  add_line (text, "Le règlement est-il parti ? Quand, de quel montant, par quel moyen ?");
  if (scope->mail->tone == ACQ_MAIL_TONE_PROPOSAL)
    add_line (text, "Un règlement en plusieurs fois vous aiderait-il ? Quels montants, quels jours ?");
  else
    add_line (text, "S'il n'est pas parti, quel jour partira-t-il ?");
  add_line (text, "Qui s'en occupe, et à quel numéro ou à quelle adresse le joindre ?");
}

static void
add_ending (const AcqMailScope *scope, AcqMailText *text)
{
  const AcqReminderMail *mail = scope->mail;
  g_autofree char *asked = acq_mail_amount (scope->asked, mail->currency);
  g_autofree char *deadline = acq_mail_weekday (mail->deadline, mail->day);
  g_autofree char *threat = acq_mail_threat (scope);

  add_heading (text, "Pour conclure");
  if (mail->tone != ACQ_MAIL_TONE_INFORMATIVE)
    acq_mail_text_take (text, ACQ_MAIL_BLOCK_PARAGRAPH,
                        acq_mail_fill ("Puis-je compter sur {asked} *au plus tard le {deadline}* ?", "asked",
                                       asked, "deadline", deadline, NULL));
  acq_mail_text_take (text, ACQ_MAIL_BLOCK_PARAGRAPH, g_steal_pointer (&threat));
  for (guint i = 0; i < mail->accounts->len; i++)
    acq_mail_text_take (text, ACQ_MAIL_BLOCK_PAYMENT, acq_mail_payment (scope, mail->accounts->pdata[i]));
}

AcqMailText *
acq_call_guide_write (const AcqReminderMail *mail)
{
  AcqMailText *text = acq_mail_text_new ();
  g_auto (AcqMailScope) scope = { 0 };

  g_return_val_if_fail (mail->accounts->len > 0, text);
  acq_mail_scope_init (&scope, mail);
  text->subject = acq_mail_subject (&scope);
  add_beginning (&scope, text);
  add_debts (&scope, text);
  add_promises (&scope, text);
  add_questions (&scope, text);
  add_ending (&scope, text);
  return text;
}
