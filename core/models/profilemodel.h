#pragma once

#include "core/account/change.h"
#include "core/account/userfields.h"

#include <QAbstractListModel>

namespace lanyard {

class EditedUser;

/// The profile, one row per row of userFields(), in its order.
///
/// EditRole is what the field's editor works with: a QString for texts (line breaks as \n), a QDate for dates (invalid:
/// not set), a QStringList {name, code} for the country, the base64 text for a picture. setData() records an edit.
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
    };

    /// @p user must outlive the model.
    explicit ProfileModel(EditedUser &user, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    void revertAt(const QModelIndex &index);

private:
    [[nodiscard]] QVariant editValue(const UserField &field) const;
    [[nodiscard]] bool canEdit(const UserField &field) const;
    void announce(const Path &path);

    EditedUser &m_user;
};

} // namespace lanyard
