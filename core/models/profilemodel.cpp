#include "core/models/profilemodel.h"

#include "core/account/dates.h"
#include "core/account/jsontext.h"
#include "core/account/userfields.h"
#include "core/models/editeduser.h"
#include "core/models/fieldvalue.h"

#include <QDate>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

const UserField &fieldAt(const QModelIndex &index)
{
    return userFields()[static_cast<std::size_t>(index.row())];
}

Path pathOf(const UserField &field)
{
    return Path::field(QString(field.key));
}

Path companionOf(const UserField &field)
{
    return Path::field(QString(field.companion));
}

} // namespace

ProfileModel::ProfileModel(EditedUser &user, QObject *parent) : QAbstractListModel(parent), m_user(user)
{
    connect(&m_user, &EditedUser::changed, this, &ProfileModel::announce);
    connect(&m_user, &EditedUser::reloaded, this, [this] { Q_EMIT dataChanged(index(0), index(rowCount() - 1)); });
}

int ProfileModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(userFields().size());
}

QVariant ProfileModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const UserField &field = fieldAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return fieldText(field.kind, m_user.value(pathOf(field)));
    case Qt::EditRole:
        return editValue(field);
    case Qt::ToolTipRole:
        if (const auto moment = parseTimestamp(jsonText(m_user.value(pathOf(field))));
            moment && field.kind == FieldKind::Timestamp)
            return moment->toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);
        return {};
    case LabelRole:
        return fieldLabel(field);
    case FieldRole:
        return QVariant::fromValue(&field);
    case EditableRole:
        return canEdit(field);
    case ChangedRole:
        return m_user.isEdited(pathOf(field)) || (!field.companion.isEmpty() && m_user.isEdited(companionOf(field)));
    case NoticeRole:
        return m_user.notice(pathOf(field));
    default:
        return {};
    }
}

QVariant ProfileModel::editValue(const UserField &field) const
{
    const QString text = jsonText(m_user.value(pathOf(field)));
    switch (field.kind) {
    case FieldKind::Date:
        return parseCalendarDate(text).value_or(QDate());
    case FieldKind::Country:
        return QStringList{text, jsonText(m_user.value(companionOf(field)))};
    case FieldKind::MultiLine:
        return QString(text).replace(u"\r\n"_s, u"\n"_s);
    default:
        return text;
    }
}

// It is the service's value that an editor could harm. What the person makes of it must not lock the field meanwhile.
bool ProfileModel::canEdit(const UserField &field) const
{
    return field.editable && !m_user.base().isEmpty() &&
           fitsEditor(field.kind, valueAt(m_user.base().document(), pathOf(field)));
}

bool ProfileModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (index.isValid() && role == NoticeRole) {
        m_user.setSeen(pathOf(fieldAt(index)));
        return true;
    }
    if (!index.isValid() || role != Qt::EditRole || !canEdit(fieldAt(index)) || value == editValue(fieldAt(index)))
        return false;
    const UserField &field = fieldAt(index);
    if (field.kind == FieldKind::Country) {
        const QStringList country = value.toStringList();
        m_user.edit({{pathOf(field), country.value(0)}, {companionOf(field), country.value(1)}});
    } else {
        m_user.edit(pathOf(field), fieldJson(field.kind, value, valueAt(m_user.base().document(), pathOf(field))));
    }
    return true;
}

Qt::ItemFlags ProfileModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractListModel::flags(index);
    flags.setFlag(Qt::ItemIsEditable, index.isValid() && canEdit(fieldAt(index)));
    return flags;
}

void ProfileModel::revertAt(const QModelIndex &index)
{
    m_user.revert(pathOf(fieldAt(index)));
}

void ProfileModel::announce(const Path &path)
{
    if (path.isSetting())
        return;
    if (const UserField *field = userField(path.fieldKey())) {
        const QModelIndex changed = index(static_cast<int>(field - userFields().data()));
        Q_EMIT dataChanged(changed, changed);
    }
}

} // namespace lanyard

#include "moc_profilemodel.cpp"
