#ifndef STIMUL_CXML_SHIM_H
#define STIMUL_CXML_SHIM_H

#include <libxml/xmlversion.h>
// Debian builds the library with ICU, whose headers define again what Swift's Foundation brings in an edition of its own.
// Only the converters' private fields depend on it, and nobody here looks at them.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#endif
