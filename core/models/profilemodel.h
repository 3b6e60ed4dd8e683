#pragma once

#include "core/document/change.h"
#include "core/document/userfields.h"
#include "core/models/documentedits.h"

#include <QAbstractListModel>

namespace lanyard {

/// The profile, one row per row of userFields(), in its order.
///
/// EditRole is the value in the field's editor: a QString for texts (line breaks as \n, see editText()), a QDate for
/// dates (invalid: not set), a QStringList {name, code} for the country, the base64 text for a picture. setData()
/// records an edit.
///
/// TypingRole is a date or a country during typing. For a date it is the text of its editor; setData() reads it (see
/// readBirthDate()) and keeps an invalid date as a misfit. A country being typed is one undo step with the value
/// finally set as EditRole; a name that several countries share is kept as a misfit then.
///
/// A value can be edited if the table says so, an editor can hold it unharmed, and presentation mode hides nothing of
/// it: what is shown instead (see HiddenSecrets) never becomes an edit.
///
/// While the user types into a text (TypedIntoRole), it stays editable, so that what is typed is kept to its end.
/// What is a secret by its form alone is shown until then. In the place of one that is known, EditRole has a mask, and
/// setData() makes the same change beside it to the text itself; a change within a mask is refused.
class ProfileModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        LabelRole = Qt::UserRole, ///< QString
        FieldRole,                ///< const UserField *
        EditableRole,             ///< bool: as its flags; see below
        ChangedRole,              ///< bool
        NoticeRole,               ///< QString, empty if there is nothing to say
        RefusedRole,              ///< bool: the service has not taken the edit, as the notice says
        ElsewhereRole,            ///< bool: the notice is about a change by others
        TypingRole,               ///< QString or QStringList
        ProblemRole,              ///< QString: why the editor's content is invalid; empty if it is valid
        QuestionRole,             ///< QString: what is unusual about the value; see fieldQuestion()
        MaskedRole,               ///< bool: presentation mode hides it; what it shows instead is not to be copied
        TypedIntoRole,            ///< bool, only to be set: the field has the focus, and its editor has changed it
        ReplaceableRole,          ///< bool: not editable, as an editor would harm the value; replaceAt() clears it
    };

    /// @p user must outlive the model.
    explicit ProfileModel(DocumentEdits &user, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// As the service has them.
    [[nodiscard]] const User &savedUser() const { return m_user.base(); }

    void revertAt(const QModelIndex &index);
    /// Makes an edit that clears the value, so that it can be written anew. Nothing unless ReplaceableRole is true.
    void replaceAt(const QModelIndex &index);

Q_SIGNALS:
    /// See DocumentEdits.
    void aboutToReplace(const QModelIndex &index);

private:
    [[nodiscard]] bool isTypedInto(const UserField &field) const;
    [[nodiscard]] bool isMasked(const UserField &field) const;
    [[nodiscard]] QString maskedText(const UserField &field) const;
    void setTypedInto(const QModelIndex &index, bool isTypedInto);
    bool takeBesideMask(const UserField &field, const QString &typed);
    [[nodiscard]] QVariant editValue(const UserField &field) const;
    void takeDate(const UserField &field, const QString &typed);
    void takeCountry(const UserField &field, const QStringList &country, bool isChosen);
    [[nodiscard]] bool isUndecided(const UserField &field, const QStringList &country) const;
    void dropMisfits();
    [[nodiscard]] bool isOpen(const UserField &field) const;
    [[nodiscard]] bool canEdit(const UserField &field) const;
    [[nodiscard]] QJsonValue formOf(const UserField &field) const;
    [[nodiscard]] QModelIndex indexOf(const Path &path) const;

    DocumentEdits &m_user;
    const UserField *m_typed = nullptr; // that is typed into while presenting
};

} // namespace lanyard
