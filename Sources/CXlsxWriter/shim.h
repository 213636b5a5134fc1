#ifndef STIMUL_CXLSXWRITER_SHIM_H
#define STIMUL_CXLSXWRITER_SHIM_H

#include <xlsxwriter.h>

#endif
