#include "core/session/preferences.h"

#include "core/base/statefile.h"

using namespace Qt::StringLiterals;

namespace lanyard {

Preferences::Preferences(QString file, QObject *parent)
    : QObject(parent), m_file(std::move(file)), m_keepDrafts(readStateFile(m_file).value("keepDrafts"_L1).toBool(true))
{
}

bool Preferences::setKeepDrafts(bool keep)
{
    if (keep == m_keepDrafts)
        return true;
    m_keepDrafts = keep;
    Q_EMIT changed();
    return writeStateFile(m_file, {{u"keepDrafts"_s, keep}});
}

} // namespace lanyard
