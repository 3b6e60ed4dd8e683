#pragma once

#include "core/base/appearance.h"
#include "core/base/laterwrite.h"
#include "core/base/statefile.h"
#include "core/http/proxysettings.h"

#include <QObject>

namespace lanyard {

/// The user's preferences for this program on this computer. Kept in a file (see StateFile).
///
/// Setters return false if the file could not be written; the choice then applies until the program ends, and is
/// written later.
class Preferences : public QObject
{
    Q_OBJECT

public:
    /// @p file empty: in memory only.
    explicit Preferences(QString file = {}, QObject *parent = nullptr);

    /// The file exists and could not be used: everything has its default.
    [[nodiscard]] bool isUnusable() const { return m_file.isUnusable(); }

    /// Whether unsaved edits are saved to disk, so that they can be restored after a crash.
    [[nodiscard]] bool keepDrafts() const { return m_keepDrafts; }
    bool setKeepDrafts(bool keep);

    /// Whether all accounts are restored when the program starts; otherwise each one when it is first shown.
    [[nodiscard]] bool restoreAll() const { return m_restoreAll; }
    bool setRestoreAll(bool restoreAll);

    /// Whether the user is told when an API key expires while the program runs.
    [[nodiscard]] bool tellExpired() const { return m_tellExpired; }
    bool setTellExpired(bool tell);

    /// Presentation mode: the window masks every secret. Kept, for whoever starts the program again meanwhile.
    [[nodiscard]] bool isPresenting() const { return m_isPresenting; }
    bool setPresenting(bool isPresenting);

    [[nodiscard]] Appearance appearance() const { return m_appearance; }
    bool setAppearance(Appearance appearance);

    /// The language of the window, as a code like "en"; empty: the system's.
    [[nodiscard]] const QString &language() const { return m_language; }
    bool setLanguage(const QString &language);

    /// After how many seconds a copied secret is removed from the clipboard again.
    static constexpr int ShortestClipboardSeconds = 10;
    static constexpr int LongestClipboardSeconds = 120;
    [[nodiscard]] int clipboardSeconds() const { return m_clipboardSeconds; }
    /// @p seconds is clamped to the two limits.
    bool setClipboardSeconds(int seconds);

    /// CA certificates trusted in addition to the system's; empty: none. Whether the file is usable is checked when it
    /// is chosen (TrustSettings) and each time it is read.
    [[nodiscard]] const QString &authoritiesFile() const { return m_authoritiesFile; }
    bool setAuthoritiesFile(const QString &file);

    [[nodiscard]] const ProxyChoice &proxy() const { return m_proxy; }
    bool setProxy(const ProxyChoice &choice);

Q_SIGNALS:
    void changed();
    /// Everything that could not be written before has now been written.
    void written();

private:
    [[nodiscard]] bool set(const QString &key, const QJsonValue &value);
    [[nodiscard]] bool write();

    StateFile m_file;
    QJsonObject m_unwritten; ///< chosen here and not in the file yet
    bool m_keepDrafts = true;
    bool m_restoreAll = false;
    bool m_tellExpired = true;
    bool m_isPresenting = false;
    Appearance m_appearance = Appearance::System;
    QString m_language;
    int m_clipboardSeconds = 30;
    QString m_authoritiesFile;
    ProxyChoice m_proxy;
    LaterWrite m_later{[this] { return write(); }}; // declared last: it writes when it is destroyed
};

} // namespace lanyard
