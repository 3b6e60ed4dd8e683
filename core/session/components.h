#pragma once

#include <QList>
#include <QString>

namespace lanyard {

/// A work of others that the program is made with.
struct Component
{
    QString name;
    QString
        version; ///< Of what is in use, which need not be what was there at the build. Empty where it cannot be told.
    QString licence; ///< Its usual name. Empty where the system does the work itself.
};

/// What the About window names. Loads the TLS library.
QList<Component> components();

} // namespace lanyard
