#pragma once

#include "core/document/change.h"
#include "core/document/settingnodes.h"
#include "core/document/user.h"
#include "core/models/opentexts.h"
#include "core/models/settingvalue.h"

#include <QAbstractItemModel>
#include <QHash>

#include <set>

namespace lanyard {

class DocumentEdits;
class SettingCell;

/// The user's settings as a tree: category, group (omitted if empty), setting; each level sorted by name. The value
/// column is edited as text, which is read according to the setting's type: setText() records an edit of the user's
/// document, or keeps an invalid text as a misfit. A misfit is shown in place of the value and never saved; it stays
/// until it is corrected or discarded. setData() records a text as it is. A value that is true or false and can be
/// changed has a Qt::CheckStateRole; how it is switched is up to its notation (see writeSettingBoolean()).
/// Setting NoticeRole says that the user has looked at the setting (see DocumentEdits::setSeen()).
class SettingsModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Value, Type, Description, ColumnCount };
    enum Role {
        TypeRole = Qt::UserRole, ///< int(SettingKind)
        ReadOnlyRole,            ///< bool: by the service, or because it could not be sent back or edited while masked
        LockReasonRole,          ///< QString: why it is read-only, empty if it is not
        ChangedRole,             ///< bool: by the user, and not saved; of a branch: a setting in it is
        SecretRole,              ///< bool: masked unless being edited
        HoldsSecretRole,         ///< bool: the same, or a part of the value, or of a shown heading, is; none is copied
        HiddenRole,              ///< bool: the same in presentation mode, whether it is on or not
        NoticeRole,              ///< QString: a remark about the value, the service's or the typed one
        ElsewhereRole,           ///< bool: it is about a change by others
        IsSettingRole,           ///< bool: false for categories and groups
        IdRole,                  ///< QString: Setting::id()
        HeldRole,                ///< QJsonValue: the service's value, as setText() expects it; for editors only
        ProblemRole,             ///< QString: why the typed text is not a value of the type, empty if it is
        TypeTextRole,            ///< QString: the type in words, with its range
        UnitRole,                ///< QString: Setting::unit()
        IsUnnamedRole,           ///< bool: what stands for its name is in words of ours
        LocalTextRole,  ///< QString: what is shown and edited instead of the stored text (Qt::EditRole), else null
        UndoneTextRole, ///< QString: what Qt::EditRole or LocalTextRole would be without the misfit; null without one
        NewsRole,       ///< bool: changed by somebody else, or told of by the service; of a branch: a setting in it is
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

    /// What of the service's list of settings cannot be read; empty if it was read whole.
    [[nodiscard]] QString listRemark() const;
    /// Why there is no setting, in words.
    [[nodiscard]] QString emptyText() const;
    void revertAt(const QModelIndex &index);
    /// The value cell of the setting with that id, here as below also one that it had before (see SettingIds); invalid
    /// if there is none.
    [[nodiscard]] QModelIndex indexOfSetting(const QString &id) const;

    /// Without categories and groups.
    [[nodiscard]] int settingCount() const { return m_tree.count(); }
    /// The categories, or the groups of a category, in no particular order: they are few where the settings are many.
    [[nodiscard]] QModelIndexList branchesIn(const QModelIndex &branch) const;

    /// Setting::fullName() of the setting with that id; null if there is none. Both together identify it: a service may
    /// reuse an id for another one.
    [[nodiscard]] QString fullNameOf(const QString &id) const;

    /// What @p typed means as the value of that setting. For a secret, the sentence reveals nothing about it.
    [[nodiscard]] SettingReading read(const QString &id, const QString &typed) const;
    /// @p text as it may be shown now, see HiddenSecrets.
    [[nodiscard]] QString shown(const QString &text) const;
    /// Whether presentation mode hides something of @p text.
    [[nodiscard]] bool holdsSecret(const QString &text) const;
    /// See HiddenSecrets.
    [[nodiscard]] bool hidesKnown(const QString &text) const;
    /// See HiddenSecrets.
    [[nodiscard]] QString searched(const QString &words) const;
    /// Accepts text typed while the service held @p before. False if the setting no longer exists or cannot be changed.
    bool setText(const QString &id, const QString &typed, const QJsonValue &before);
    /// See OpenTexts.
    void setOpen(const QString &id, const std::optional<OpenTexts::Text> &text);
    /// The first setting with a misfit, in tree order; empty if there is none.
    [[nodiscard]] QString firstMisfit() const;
    /// Discards the invalid text typed there.
    void dropMisfit(const QString &id);

Q_SIGNALS:
    /// The same user's settings are about to be rebuilt. The tree is still the old one: text being typed can be
    /// committed.
    void aboutToRebuild();
    void listRemarkChanged();

private:
    [[nodiscard]] const SettingNode *nodeOf(const QModelIndex &index) const;
    [[nodiscard]] const SettingNode *nodeAt(const Path &path) const;
    /// Also of the setting that had that id before it was given a new one.
    [[nodiscard]] const SettingNode *nodeWith(const QString &id) const;
    [[nodiscard]] QModelIndex indexOf(const SettingNode *node, int column) const;
    /// Both of a setting's node.
    [[nodiscard]] SettingCell cellOf(const SettingNode &node) const;
    [[nodiscard]] Path pathOf(const SettingNode &node) const;
    [[nodiscard]] QVariant settingData(const SettingNode &node, int column, int role) const;
    [[nodiscard]] QVariant branchData(const SettingNode &branch, int column, int role) const;
    [[nodiscard]] QStringList branchState(const SettingNode &branch) const;
    [[nodiscard]] int countIn(const SettingNode &branch, const std::set<Path> &places) const;
    [[nodiscard]] std::set<Path> unsaved() const;
    [[nodiscard]] static QVariant checkState(const SettingCell &cell);
    [[nodiscard]] QJsonValue held(const SettingCell &cell) const;
    [[nodiscard]] bool canEdit(const SettingNode &node) const;
    void dropLostMisfits();
    void rebuild();
    void update();
    void updateTree();
    void followList(bool isSame);
    void announce(const Path &path);
    void announceAll(const SettingNode &branch);
    void announceMarked();
    [[nodiscard]] bool isShown(const User &user) const;
    [[nodiscard]] std::set<Path> marked() const;

    DocumentEdits &m_user;
    SettingNodes m_tree;
    User m_shown;            // the document that the tree shows
    std::set<Path> m_marked; // what was marked() when this was last told
    QString m_userId;        // whose settings the tree shows
    QString m_listRemark;    // as last announced
};

} // namespace lanyard
