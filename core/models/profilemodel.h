#pragma once

#include "core/document/change.h"
#include "core/document/userfields.h"

#include <QAbstractListModel>

namespace lanyard {

class DocumentEdits;

/// The profile, one row per row of userFields(), in its order.
///
/// EditRole is what the field's editor works with: a QString for texts (line breaks as \n, see editText()), a QDate for
/// dates (invalid: not set), a QStringList {name, code} for the country, the base64 text for a picture. setData()
/// records an edit.
///
/// TypingRole is a date or a country while it is typed. Of a date it is the text of its editor; setData() reads it
/// (see readDate()) and keeps what is no date as a misfit. A country that is being typed is one step of undo with what
/// is set as EditRole at the end.
class ProfileModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        LabelRole = Qt::UserRole, ///< QString
        FieldRole,                ///< const UserField *
        EditableRole, ///< bool: by the table, and the service's value is one that the editor can hold unharmed
        ChangedRole,  ///< bool
        NoticeRole,   ///< QString, empty when there is nothing to say
        TypingRole,   ///< QString or QStringList
        ProblemRole,  ///< QString: why what stands in the editor is no value; empty when it is one
        QuestionRole, ///< QString: what is unusual about an edit that is saved all the same
    };

    /// @p user must outlive the model.
    explicit ProfileModel(DocumentEdits &user, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    void revertAt(const QModelIndex &index);

private:
    [[nodiscard]] QVariant editValue(const UserField &field) const;
    [[nodiscard]] QString dateText(const UserField &field) const;
    [[nodiscard]] QString notice(const UserField &field) const;
    [[nodiscard]] QString problem(const UserField &field) const;
    [[nodiscard]] QString question(const UserField &field) const;
    void takeDate(const UserField &field, const QString &typed);
    void takeCountry(const UserField &field, const QStringList &country, bool isChosen);
    void dropMisfits();
    [[nodiscard]] bool canEdit(const UserField &field) const;
    void announce(const Path &path);

    DocumentEdits &m_user;
};

} // namespace lanyard
