#pragma once

#include "core/base/laterwrite.h"
#include "core/base/statefile.h"
#include "core/http/proxysettings.h"

#include <QObject>

namespace lanyard {

/// What the person chose for this program on this computer. Kept in a file (see StateFile).
///
/// Setters return false when it could not be written; it then counts until the program ends, and is written later.
class Preferences : public QObject
{
    Q_OBJECT

public:
    /// @p file empty: in memory only.
    explicit Preferences(QString file = {}, QObject *parent = nullptr);

    /// Its file is there and could not be used: everything is as it comes.
    [[nodiscard]] bool isUnusable() const { return m_file.isUnusable(); }

    /// Whether unsaved edits are written down, so that they come back after a crash.
    [[nodiscard]] bool keepDrafts() const { return m_keepDrafts; }
    bool setKeepDrafts(bool keep);

    /// After how many seconds a copied secret is taken off the clipboard again.
    static constexpr int ShortestClipboardSeconds = 10;
    static constexpr int LongestClipboardSeconds = 120;
    [[nodiscard]] int clipboardSeconds() const { return m_clipboardSeconds; }
    /// @p seconds beyond the two limits counts as the nearer one.
    bool setClipboardSeconds(int seconds);

    /// Certificates of authorities that are trusted besides the system's; empty: none. Whether the file can be used is
    /// asked when it is chosen (TrustSettings) and each time it is read.
    [[nodiscard]] const QString &authoritiesFile() const { return m_authoritiesFile; }
    bool setAuthoritiesFile(const QString &file);

    [[nodiscard]] const ProxyChoice &proxy() const { return m_proxy; }
    bool setProxy(const ProxyChoice &choice);

Q_SIGNALS:
    void changed();
    /// What could not be written is, by now.
    void written();

private:
    [[nodiscard]] bool set(const QString &key, const QJsonValue &value);
    [[nodiscard]] bool write();

    StateFile m_file;
    QJsonObject m_unwritten; ///< chosen here and not in the file yet
    bool m_keepDrafts = true;
    int m_clipboardSeconds = 30;
    QString m_authoritiesFile;
    ProxyChoice m_proxy;
    LaterWrite m_later{[this] { return write(); }}; // the last one: it writes when it is destroyed
};

} // namespace lanyard
