#include "core/models/noname.h"

#include <QCoreApplication>

namespace lanyard {

namespace {

class NoName
{
    Q_DECLARE_TR_FUNCTIONS(NoName)
};

} // namespace

QString noName()
{
    return NoName::tr("(no name)");
}

} // namespace lanyard
