#pragma once

#include "core/models/apikeysmodel.h"
#include "core/models/documentedits.h"
#include "core/models/profilemodel.h"
#include "core/models/settingsmodel.h"
#include "core/session/session.h"
#include "core/workspace/draftwriter.h"
#include "core/workspace/needs.h"
#include "core/workspace/saver.h"

#include <QObject>

namespace lanyard {

/// What all open accounts share. All of it must outlive them.
struct Shared
{
    SavedSignIns &signIns;
    TrustStore &trust;
    const ProxySettings &proxies;
    Preferences &preferences;
    DraftStore drafts;
    SessionLimits limits = {};
    OpenElsewhere openElsewhere = {}; ///< set by Workspaces
    OpenSecrets secrets = std::make_shared<OpenSecrets::element_type>();
};

/// One open account: its session, the edits to its document with their draft and their save, and the models that show
/// it. What the service says about the document reaches the edits and the models here, and nowhere else.
class Workspace : public QObject
{
    Q_OBJECT

public:
    explicit Workspace(const Shared &shared, QObject *parent = nullptr);

    [[nodiscard]] Session &session() { return m_session; }
    [[nodiscard]] const Session &session() const { return m_session; }
    [[nodiscard]] DocumentEdits &edits() { return m_edits; }
    [[nodiscard]] const DocumentEdits &edits() const { return m_edits; }
    [[nodiscard]] Saver &saver() { return m_saver; }
    [[nodiscard]] DraftWriter &draftWriter() { return m_draftWriter; }
    [[nodiscard]] ProfileModel &profile() { return m_profile; }
    [[nodiscard]] ApiKeysModel &apiKeys() { return m_apiKeys; }
    [[nodiscard]] const ApiKeysModel &apiKeys() const { return m_apiKeys; }
    [[nodiscard]] SettingsModel &settings() { return m_settings; }
    /// The account that it is for: the session's while there is one, else the one that was signed in to last, or is
    /// remembered. Without an origin: none yet.
    [[nodiscard]] const SavedAccount &account() const { return m_account; }
    /// It is for @p account, a remembered one that nobody has signed in to here. Only while nobody is.
    void setAccount(const SavedAccount &account);
    /// Shows nothing of the secrets that the other accounts have now.
    void followOthers();
    /// The most urgent first.
    [[nodiscard]] QList<Need> needs() const { return m_needs.list(); }
    /// Whether something is edited, also in an earlier run, for a user who is not signed in yet.
    [[nodiscard]] bool hasUnsaved() const { return m_edits.hasUnsaved() || m_needs.isUnsaved(); }
    /// When the document that is shown was read; invalid if there is none.
    [[nodiscard]] const QDateTime &readAt() const { return m_readAt; }

Q_SIGNALS:
    /// The edits and the models hold the session's user now, who may be none. @p draft: when the edits of an earlier
    /// run were made, if those have been restored.
    void userChanged(const std::optional<QDateTime> &draft);
    /// What a list of accounts shows: the account, the user, or what is needed.
    void changed();
    /// A name is shown otherwise now, or a text of a key: for the secrets of another account.
    void othersChanged();
    /// See ApiKeysModel::expired().
    void keysExpired(const QStringList &names);
    /// Somebody has signed in as another user than @p before, whom this was for; without an origin: nobody.
    void accountReplaced(const lanyard::SavedAccount &before);

private:
    void show(const std::optional<QDateTime> &draft);
    void followAccount();
    void hideSecrets();

    Session m_session;
    const Preferences &m_preferences;
    DocumentEdits m_edits;
    DraftWriter m_draftWriter;
    Saver m_saver;
    ProfileModel m_profile;
    ApiKeysModel m_apiKeys;
    SettingsModel m_settings;
    KnownSecrets m_ofOthers;
    SavedAccount m_account;
    Needs m_needs;
    QDateTime m_readAt;
};

} // namespace lanyard
