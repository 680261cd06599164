/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-kpi.h"

G_BEGIN_DECLS

/* "Average delay (DSO)": what a figure is called in the user's language. */
const char *acq_kpi_text_name (const char *code);
/* "customers": what one of its parts is called. */
const char *acq_kpi_text_part (const char *code);
/* A value in its unit: "1,482.40 €", "47.2 days", "64.0 %", "12". Free it. */
char *acq_kpi_text_value (AcqKpiUnit unit, gint64 value);
/* The figure's value, "more than 430.0 days", or why there is none. Free it. */
char *acq_kpi_text_figure (const AcqKpiFigure *figure);
/* "sales: 12,000.00 €", one part a line. Free it. */
char *acq_kpi_text_parts (const AcqKpiFigure *figure);

G_END_DECLS
