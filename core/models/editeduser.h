#pragma once

#include "core/account/change.h"
#include "core/account/user.h"

#include <QObject>

#include <map>

namespace lanyard {

/// The user as last read (base) with the person's edits over it: what the profile form and the settings page show, and
/// what one save sends. The edits outlive a new base, so that neither a reload nor an expired session loses them.
class EditedUser : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const User &base() const { return m_base; }
    /// Edits that say the same as the new base vanish; the others stay. Notices go.
    void setBase(const User &base);
    /// Another person, or nobody: edits and notices go too.
    void reset(const User &base);

    /// What stands at @p path with the edits.
    [[nodiscard]] QJsonValue value(const Path &path) const;
    [[nodiscard]] bool isEdited(const Path &path) const { return m_edits.contains(path); }
    /// Sets what shall stand there. The old value again, or nothing where there was nothing, takes the edit back.
    void edit(const Path &path, const QJsonValue &value);
    void revert(const Path &path);
    void revertAll();

    [[nodiscard]] bool hasEdits() const { return !m_edits.empty(); }
    /// Ordered by path.
    [[nodiscard]] QList<Change> changes() const;
    /// The number of fields and settings that differ: a country and its code are one.
    [[nodiscard]] int changeCount() const;

    /// A sentence about one place, shown there until it is edited or a new base comes ("the service kept …").
    [[nodiscard]] QString notice(const Path &path) const;
    void setNotice(const Path &path, const QString &notice);

Q_SIGNALS:
    /// The value, edit mark or notice at @p path changed.
    void changed(const lanyard::Path &path);
    /// Everything may have changed.
    void reloaded();

private:
    User m_base;
    std::map<Path, QJsonValue> m_edits;
    std::map<Path, QString> m_notices;
};

} // namespace lanyard
