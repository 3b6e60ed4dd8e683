#pragma once

#include "core/account/change.h"
#include "core/account/setting.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace lanyard {

class EditedUser;

/// The person's settings as a tree: category, group (left out where it is empty), setting; each level in the order of
/// its names. The value column is edited as text; setData() records an edit of the user's document.
class SettingsModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Value, Type, Description, ColumnCount };
    enum Role {
        TypeRole = Qt::UserRole, ///< int(Setting::Type)
        ReadOnlyRole,            ///< bool: by the service, or because it could not be sent back or edited masked
        LockReasonRole,          ///< QString: why it is read-only, empty when it is not
        ChangedRole,             ///< bool
        SecretRole,              ///< bool: masked unless it is being edited
        NoticeRole,              ///< QString
        IsSettingRole,           ///< bool: false for categories and groups
        IdRole,                  ///< QString: Setting::id()
        HeldRole,                ///< QJsonValue: what the service holds, as setText() wants it; for editors only
    };

    /// @p user must outlive the model.
    explicit SettingsModel(EditedUser &user, QObject *parent = nullptr);
    ~SettingsModel() override;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    void revertAt(const QModelIndex &index);
    /// The value's cell of the setting with that id; invalid when it is not there.
    [[nodiscard]] QModelIndex indexOfSetting(const QString &id) const;

    /// Records an edit that was begun when the service held @p before. False when the setting is not there any more or
    /// cannot be changed.
    bool setText(const QString &id, const QString &text, const QJsonValue &before);

Q_SIGNALS:
    /// The same person's settings become others. The tree is still the old one: what is being typed can be taken over.
    void aboutToRebuild();

private:
    struct Node;
    [[nodiscard]] Node *nodeOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const Node *node, int column) const;
    [[nodiscard]] QVariant settingData(const Node &node, int column, int role) const;
    [[nodiscard]] bool canEdit(const Node &node) const;
    [[nodiscard]] QString lockReason(const Node &node) const;
    [[nodiscard]] QString valueOf(const Node &node) const;
    void rebuild();
    void update();
    void announce(const Path &path);

    EditedUser &m_user;
    std::unique_ptr<Node> m_root;
    QHash<QString, Node *> m_byId;
    QString m_personId; // whose settings the tree shows
};

} // namespace lanyard
