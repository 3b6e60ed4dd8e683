#include "core/account/permissions.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

struct Permission
{
    qint64 bit;
    const char *word;
};

constexpr std::array known{
    Permission{1, QT_TRANSLATE_NOOP("Permission", "Read")}, Permission{2, QT_TRANSLATE_NOOP("Permission", "Write")},
    Permission{4, QT_TRANSLATE_NOOP("Permission", "Delete")}, Permission{8, QT_TRANSLATE_NOOP("Permission", "Create")}};

} // namespace

QString permissionText(qint64 bits)
{
    QStringList words;
    qint64 rest = bits;
    for (const Permission &permission : known) {
        if (bits & permission.bit)
            words << QCoreApplication::translate("Permission", permission.word);
        rest &= ~permission.bit;
    }
    if (rest != 0)
        words << QCoreApplication::translate("Permission", "other (%1)").arg(rest);
    return words.isEmpty() ? QCoreApplication::translate("Permission", "none") : words.join(u", "_s);
}

} // namespace lanyard
