#pragma once

#include <QObject>

namespace lanyard {

/// What the person chose for this program on this computer. Kept in a file (see readStateFile()).
///
/// Setters return false when it could not be written; it then counts until the program ends.
class Preferences : public QObject
{
    Q_OBJECT

public:
    /// @p file empty: in memory only.
    explicit Preferences(QString file = {}, QObject *parent = nullptr);

    /// Whether unsaved edits are written down, so that they come back after a crash.
    [[nodiscard]] bool keepDrafts() const { return m_keepDrafts; }
    bool setKeepDrafts(bool keep);

    /// Certificates of authorities that are trusted besides the system's; empty: none. Whether the file can be used is
    /// asked when it is chosen (TrustSettings) and each time it is read.
    [[nodiscard]] const QString &authoritiesFile() const { return m_authoritiesFile; }
    bool setAuthoritiesFile(const QString &file);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] bool save();

    QString m_file;
    bool m_keepDrafts = true;
    QString m_authoritiesFile;
};

} // namespace lanyard
