#include "core/models/editeduser.h"

#include "core/account/jsontext.h"
#include "core/account/userfields.h"

#include <set>

namespace lanyard {

namespace {

// A text editor cannot show the difference between null, missing and "": leaving it empty is no edit.
bool isUnchanged(const QJsonValue &base, const QJsonValue &value)
{
    return base == value || (isJsonNothing(base) && isJsonNothing(value));
}

} // namespace

void EditedUser::setBase(const User &base)
{
    m_base = base;
    m_notices.clear();
    std::erase_if(
        m_edits, [this](const auto &edit) { return isUnchanged(valueAt(m_base.document(), edit.first), edit.second); });
    Q_EMIT reloaded();
}

void EditedUser::reset(const User &base)
{
    m_edits.clear();
    setBase(base);
}

QJsonValue EditedUser::value(const Path &path) const
{
    const auto edit = m_edits.find(path);
    return edit == m_edits.end() ? valueAt(m_base.document(), path) : edit->second;
}

void EditedUser::edit(const Path &path, const QJsonValue &value)
{
    if (isUnchanged(valueAt(m_base.document(), path), value))
        m_edits.erase(path);
    else
        m_edits.insert_or_assign(path, value);
    m_notices.erase(path);
    Q_EMIT changed(path);
}

void EditedUser::revert(const Path &path)
{
    if (m_edits.erase(path) > 0)
        Q_EMIT changed(path);
}

void EditedUser::revertAll()
{
    m_edits.clear();
    m_notices.clear();
    Q_EMIT reloaded();
}

QList<Change> EditedUser::changes() const
{
    QList<Change> changes;
    for (const auto &[path, value] : m_edits)
        changes.append({path, value});
    return changes;
}

int EditedUser::changeCount() const
{
    std::set<Path> places;
    for (const auto &[path, value] : m_edits) {
        const UserField *field = path.isSetting() ? nullptr : userField(path.fieldKey());
        places.insert(field ? Path::field(field->key.toString()) : path);
    }
    return static_cast<int>(places.size());
}

QString EditedUser::notice(const Path &path) const
{
    const auto found = m_notices.find(path);
    return found == m_notices.end() ? QString() : found->second;
}

void EditedUser::setNotice(const Path &path, const QString &notice)
{
    m_notices.insert_or_assign(path, notice);
    Q_EMIT changed(path);
}

} // namespace lanyard
