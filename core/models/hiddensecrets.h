#pragma once

#include "core/base/knownsecrets.h"
#include "core/document/sessionsecrets.h"

#include <memory>
#include <optional>
#include <utility>

namespace lanyard {

class HiddenSecrets;

/// Those of the accounts that are open in one window. Nothing of an account is kept in it: it is asked each time.
using OpenSecrets = std::shared_ptr<QList<const HiddenSecrets *>>;

/// What presentation mode takes out of every text that is shown of a document, wherever the service or the user wrote
/// it: the document's keys, client secrets and secret settings, now or before in this session (see
/// SessionSecrets), the token, and what is plainly secret (see withoutSecretValues()). Made for showing only: what it
/// has changed must never be edited, sent or stored.
///
/// The secrets of the other accounts that are signed in (see join()) are taken out as well.
class HiddenSecrets
{
public:
    HiddenSecrets() = default;
    ~HiddenSecrets();
    Q_DISABLE_COPY_MOVE(HiddenSecrets)

    /// From now on, and until this is destroyed, it is one of @p open, and knows what the others do.
    void join(const OpenSecrets &open);
    /// False at first: everything is shown as it is.
    [[nodiscard]] bool isPresenting() const { return m_isPresenting; }
    void setPresenting(bool isPresenting) { m_isPresenting = isPresenting; }
    /// The token or API key of the sign-in.
    void setToken(const Secret &token);
    /// The document whose secrets are searched for, with those of the earlier ones of the same user.
    void setUser(const User &user);
    /// Whether a document that was set since this was last asked had other secrets than the one before it.
    [[nodiscard]] bool takeIsOther() { return std::exchange(m_isOther, false); }
    /// And those of it that are not saved yet. False: they are the same as before.
    bool setUnsaved(const QList<Secret> &unsaved);

    /// @p text as it may be shown now.
    [[nodiscard]] QString shown(const QString &text) const { return shown(text, text.size()); }
    /// The same of its first @p size characters, in a time that does not depend on what follows them.
    [[nodiscard]] QString shown(const QString &text, qsizetype size) const;
    /// The same as if it presented.
    [[nodiscard]] QString masked(const QString &text, qsizetype size) const;
    /// The same of the name of a user, which stands and is spoken where no secret is expected: without those that are
    /// known, whether presenting or not.
    [[nodiscard]] QString shownName(const QString &name) const { return shown(withoutKnown(name)); }
    /// Whether presentation mode shows @p text otherwise than it is.
    [[nodiscard]] bool finds(const QString &text) const;
    /// Whether it does so now.
    [[nodiscard]] bool hides(const QString &text) const { return m_isPresenting && finds(text); }
    /// The same, but only for a secret that is known: what is one by its form alone may be half typed.
    [[nodiscard]] bool hidesKnown(const QString &text) const { return m_isPresenting && findsKnown(text); }
    /// @p text with "•••" for each secret that is known, whether presenting or not.
    [[nodiscard]] QString withoutKnown(const QString &text) const;
    /// @p words that a list is searched for, as a message may repeat them, whether presenting or not. Of what is typed
    /// there, a part of a secret counts as one too: five characters that look like no word.
    [[nodiscard]] QString searched(const QString &words) const;
    /// Whether presentation mode hides something of them now.
    [[nodiscard]] bool hidesSearched(const QString &words) const
    {
        return m_isPresenting && (finds(words) || hasPart(words));
    }
    /// Whether @p text may not be written to a file of the program: presentation mode would hide something of it, or a
    /// word of it is the beginning of a secret that is just being typed.
    [[nodiscard]] bool isNotKept(const QString &text) const;
    /// @p text with "•••" for each secret of another account, whether presenting or not.
    [[nodiscard]] QString withoutOthers(QString text) const;
    /// What the texts of keys are searched for, which hold none of the account’s own keys any more (see ApiKey):
    /// the token, the keys of earlier documents, ofOthers(), and while presenting the secret settings and what is
    /// not saved yet.
    [[nodiscard]] KnownSecrets ofKeyTexts() const;
    /// The secrets of the other accounts, but for those that are not saved yet.
    [[nodiscard]] KnownSecrets ofOthers() const;

private:
    [[nodiscard]] QList<Secret> all() const;
    [[nodiscard]] bool findsKnown(const QString &text) const;
    [[nodiscard]] bool hasPart(const QString &words) const;
    [[nodiscard]] const KnownSecrets &known() const;
    [[nodiscard]] QList<const HiddenSecrets *> others() const;

    OpenSecrets m_open;
    bool m_isPresenting = false;
    Secret m_token;
    SessionSecrets m_secrets;
    bool m_isOther = false;
    QList<Secret> m_unsaved;
    mutable std::optional<KnownSecrets>
        m_known; // made when it is first needed, once a document and its unsaved secrets
};

} // namespace lanyard
