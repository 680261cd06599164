/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-file.h"

G_BEGIN_DECLS

/* A line of an imported file that was refused: a task until it is mended (imported anew) or dismissed. */
typedef struct
{
  gint64 id;
  gint64 batch;
  char *path;    /* of the file */
  gint64 place;  /* line, record or row from 1; 0: none */
  char *reason;  /* code of AcqReject */
  char *detail;  /* nullable */
} AcqRejectedLine;

void acq_rejected_line_free (AcqRejectedLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqRejectedLine, acq_rejected_line_free)

/* (element-type AcqRejectedLine) (transfer full): those of one import, or of all (0), that nobody dismissed, in the order of
   the file. */
GPtrArray *acq_rejected_lines_list (AcqCompanyFile *file, gint64 batch, GError **error);
/* Dismisses one line. Done already is done. */
gboolean acq_rejected_lines_dismiss (AcqCompanyFile *file, gint64 id, GError **error);
/* Dismisses all of one import. */
gboolean acq_rejected_lines_dismiss_all (AcqCompanyFile *file, gint64 batch, GError **error);

G_END_DECLS
