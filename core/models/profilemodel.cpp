#include "core/models/profilemodel.h"

#include "core/base/text.h"
#include "core/base/typedtext.h"
#include "core/document/countries.h"
#include "core/document/dates.h"
#include "core/document/jsontext.h"
#include "core/document/samemeaning.h"
#include "core/document/typeddate.h"
#include "core/document/userfields.h"
#include "core/models/documentedits.h"
#include "core/models/fieldremark.h"
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

ProfileModel::ProfileModel(DocumentEdits &user, QObject *parent) : QAbstractListModel(parent), m_user(user)
{
    connect(&m_user, &DocumentEdits::changed, this, [this](const Path &path) {
        const QModelIndex changed = indexOf(path);
        if (!changed.isValid())
            return;
        if (!canEdit(fieldAt(changed))) // undo or redo may have brought one back
            m_user.dropMisfit(pathOf(fieldAt(changed)));
        Q_EMIT dataChanged(changed, changed);
    });
    connect(&m_user, &DocumentEdits::aboutToReplace, this,
            [this](const Path &path) { Q_EMIT aboutToReplace(indexOf(path)); });
    connect(&m_user, &DocumentEdits::reloaded, this, [this] {
        dropMisfits();
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    });
    connect(&m_user, &DocumentEdits::hiddenChanged, this,
            [this] { Q_EMIT dataChanged(index(0), index(rowCount() - 1)); });
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
        return isHidden(field, m_user) ? m_user.hidden().shown(shownText(field, m_user))
                                       : fieldText(field.kind, m_user.value(pathOf(field)));
    case Qt::EditRole:
        return editValue(field);
    case Qt::ToolTipRole:
        if (const QString exact = exactFieldText(field.kind, m_user.value(pathOf(field))); !exact.isEmpty())
            return exact;
        return {};
    case LabelRole:
        return fieldLabel(field);
    case FieldRole:
        return QVariant::fromValue(&field);
    case EditableRole:
        return canEdit(field) && (!isHidden(field, m_user) || isTypedInto(field));
    case ChangedRole:
        return m_user.isEdited(pathOf(field)) || !m_user.misfit(pathOf(field)).isEmpty() ||
               (!field.companion.isEmpty() && m_user.isEdited(companionOf(field)));
    case NoticeRole:
        return m_user.hidden().shown(isMasked(field) ? hiddenNotice(field, m_user) : fieldNotice(field, m_user));
    case RefusedRole:
        return m_user.isRefused(pathOf(field));
    case ElsewhereRole:
        return m_user.isElsewhere(pathOf(field));
    case TypingRole:
        return field.kind == FieldKind::Date ? typedDate(field, m_user) : editValue(field);
    case ProblemRole:
        return m_user.hidden().shown(fieldProblem(field, m_user));
    case QuestionRole:
        return m_user.hidden().shown(fieldQuestion(field, m_user));
    case MaskedRole:
        return isMasked(field);
    case ReplaceableRole:
        return isOpen(field) && !canEdit(field) && !isHidden(field, m_user) && m_user.value(pathOf(field)).isString();
    default:
        return {};
    }
}

QVariant ProfileModel::editValue(const UserField &field) const
{
    const QJsonValue value = m_user.value(pathOf(field));
    switch (field.kind) {
    case FieldKind::Date:
        return parseCalendarDate(jsonText(value)).value_or(QDate());
    case FieldKind::Country:
        if (const QString misfit = m_user.misfit(pathOf(field)); !misfit.isEmpty())
            return QStringList{misfit, QString()};
        return QStringList{editText(field.kind, value), jsonText(m_user.value(companionOf(field)))};
    case FieldKind::Image:
        return jsonText(value);
    default:
        return isMasked(field) ? maskedText(field) : editText(field.kind, value);
    }
}

bool ProfileModel::isOpen(const UserField &field) const
{
    return field.editable && !m_user.base().isEmpty() && !m_user.base().lock(pathOf(field)) &&
           (field.companion.isEmpty() || isTextOrNothing(m_user.value(companionOf(field))));
}

// What the editor holds decides, not what the service does: under the hands of somebody who types, a field does not
// lock because others have saved a value there that an editor would damage.
bool ProfileModel::canEdit(const UserField &field) const
{
    const Path path = pathOf(field);
    return isOpen(field) && (!m_user.misfit(path).isEmpty() || fitsEditor(field.kind, m_user.value(path)));
}

// The value whose form an edit keeps (see fieldJson()). One that no editor holds has none.
QJsonValue ProfileModel::formOf(const UserField &field) const
{
    const QJsonValue base = m_user.base().valueAt(pathOf(field));
    return fitsEditor(field.kind, base) ? base : QJsonValue(QJsonValue::Null);
}

bool ProfileModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (index.isValid() && role == NoticeRole) {
        m_user.setSeen(pathOf(fieldAt(index)), value.toBool());
        return true;
    }
    if (index.isValid() && role == TypedIntoRole) {
        setTypedInto(index, value.toBool());
        return true;
    }
    if (!index.isValid() || (role != Qt::EditRole && role != TypingRole) || !index.data(EditableRole).toBool())
        return false;
    const UserField &field = fieldAt(index);
    if (field.kind == FieldKind::Country && role == Qt::EditRole && isUndecided(field, value.toStringList())) {
        m_user.replaceWithMisfit(pathOf(field), value.toStringList().value(0), DocumentEdits::Manner::Chosen);
        return true;
    }
    if (value == data(index, role)) {
        if (role == Qt::EditRole)
            m_user.finishChoice();
        return false;
    }
    if (field.kind == FieldKind::Date && role == TypingRole) {
        takeDate(field, value.toString());
    } else if (field.kind == FieldKind::Country) {
        takeCountry(field, value.toStringList(), role == Qt::EditRole);
    } else if (isMasked(field)) {
        return takeBesideMask(field, value.toString());
    } else {
        const bool isTyped = field.kind != FieldKind::Date && field.kind != FieldKind::Image;
        m_user.edit({{pathOf(field), fieldJson(field.kind, value, formOf(field))}},
                    isTyped ? DocumentEdits::Manner::Typed : DocumentEdits::Manner::Chosen);
    }
    return true;
}

Qt::ItemFlags ProfileModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractListModel::flags(index);
    flags.setFlag(Qt::ItemIsEditable, index.data(EditableRole).toBool());
    return flags;
}

void ProfileModel::revertAt(const QModelIndex &index)
{
    m_user.revert(pathOf(fieldAt(index)));
}

void ProfileModel::replaceAt(const QModelIndex &index)
{
    const UserField &field = fieldAt(index);
    if (!data(index, ReplaceableRole).toBool())
        return;
    QList<Change> changes{{pathOf(field), fieldJson(field.kind, {}, QJsonValue::Null)}};
    if (!field.companion.isEmpty())
        changes.append({companionOf(field), QString()});
    m_user.edit(changes, DocumentEdits::Manner::Chosen);
}

// For fields that can no longer be edited, so that they do not block saving the others.
void ProfileModel::dropMisfits()
{
    for (const UserField &field : userFields()) {
        if (!canEdit(field))
            m_user.dropMisfit(pathOf(field));
    }
}

QModelIndex ProfileModel::indexOf(const Path &path) const
{
    const UserField *field = path.isSetting() ? nullptr : userField(path.fieldKey());
    return field ? index(static_cast<int>(field - userFields().data())) : QModelIndex();
}

} // namespace lanyard

#include "moc_profilemodel.cpp"
