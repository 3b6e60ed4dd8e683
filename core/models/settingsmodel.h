#pragma once

#include "core/document/change.h"
#include "core/document/setting.h"
#include "core/models/settingvalue.h"

#include <QAbstractItemModel>
#include <QHash>

#include <memory>
#include <vector>

namespace lanyard {

class DocumentEdits;

/// The person's settings as a tree: category, group (left out where it is empty), setting; each level in the order of
/// its names. The value column is edited as text, which is read by the setting's type: setText() records an edit of the
/// user's document, or keeps what is no value of the type as a misfit. That is shown in the value's place and never
/// saved; it stays until it is written right or taken back. setData() records a text as it is.
class SettingsModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Value, Type, Description, ColumnCount };
    enum Role {
        TypeRole = Qt::UserRole, ///< int(SettingKind)
        ReadOnlyRole,            ///< bool: by the service, or because it could not be sent back or edited masked
        LockReasonRole,          ///< QString: why it is read-only, empty when it is not
        ChangedRole,             ///< bool
        SecretRole,              ///< bool: masked unless it is being edited
        NoticeRole,              ///< QString: what there is to say about the value, the service's or the one typed
        IsSettingRole,           ///< bool: false for categories and groups
        IdRole,                  ///< QString: Setting::id()
        HeldRole,                ///< QJsonValue: what the service holds, as setText() wants it; for editors only
        ProblemRole,             ///< QString: why what was typed is no value of the type, empty when it is one
    };

    /// @p user must outlive the model.
    explicit SettingsModel(DocumentEdits &user, QObject *parent = nullptr);
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

    /// Setting::fullName() of the setting with that id; null when it is not there. By both it is known again: a service
    /// may give an id to another one.
    [[nodiscard]] QString fullNameOf(const QString &id) const;

    /// What @p typed means as the value of that setting. The sentence about a secret tells nothing of it.
    [[nodiscard]] SettingReading read(const QString &id, const QString &typed) const;
    /// Takes what was typed since the service held @p before. False when the setting is not there any more or cannot be
    /// changed.
    bool setText(const QString &id, const QString &typed, const QJsonValue &before);
    /// A setting with a misfit, in the order of the tree; empty when there is none.
    [[nodiscard]] QString firstMisfit() const;
    /// Forgets what was typed there and is no value.
    void dropMisfit(const QString &id);

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
    [[nodiscard]] QString lockReasonOfService(const Node &node) const;
    [[nodiscard]] QString valueOf(const Node &node) const;
    [[nodiscard]] QString noticeOf(const Node &node) const;
    [[nodiscard]] QString stateText(const Node &node) const;
    [[nodiscard]] QString cell(const Node &node, int column, qsizetype limit) const;
    [[nodiscard]] QString toolTip(const Node &node, int column) const;
    [[nodiscard]] QString misfitOf(const Node &node) const;
    void dropLostMisfits();
    void rebuild();
    void update();
    void announce(const Path &path);

    DocumentEdits &m_user;
    std::unique_ptr<Node> m_root;
    QHash<QString, Node *> m_byId;
    QHash<QString, QJsonValue> m_begun; // by id: what the service held when a text was typed that is no value
    QString m_personId;                 // whose settings the tree shows
};

} // namespace lanyard
