#pragma once

#include <QDBusArgument>
#include <QDBusObjectPath>
#include <QList>
#include <QString>

namespace lanyard {

/// An object of a program on the accessibility bus.
struct Reference
{
    QString service;
    QDBusObjectPath path;
};

/// What one object has to do with others.
struct RelationTo
{
    uint kind = 0; ///< a number of AT-SPI
    QList<Reference> targets;
};

inline QDBusArgument &operator<<(QDBusArgument &argument, const Reference &reference)
{
    argument.beginStructure();
    argument << reference.service << reference.path;
    argument.endStructure();
    return argument;
}

inline const QDBusArgument &operator>>(const QDBusArgument &argument, Reference &reference)
{
    argument.beginStructure();
    argument >> reference.service >> reference.path;
    argument.endStructure();
    return argument;
}

inline QDBusArgument &operator<<(QDBusArgument &argument, const RelationTo &relation)
{
    argument.beginStructure();
    argument << relation.kind << relation.targets;
    argument.endStructure();
    return argument;
}

inline const QDBusArgument &operator>>(const QDBusArgument &argument, RelationTo &relation)
{
    argument.beginStructure();
    argument >> relation.kind >> relation.targets;
    argument.endStructure();
    return argument;
}

} // namespace lanyard
