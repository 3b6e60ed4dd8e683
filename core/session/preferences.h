#pragma once

#include <QObject>

namespace lanyard {

/// What the person chose for this program on this computer. Kept in a file (see readStateFile()).
class Preferences : public QObject
{
    Q_OBJECT

public:
    /// @p file empty: in memory only.
    explicit Preferences(QString file = {}, QObject *parent = nullptr);

    /// Whether unsaved edits are written down, so that they come back after a crash.
    [[nodiscard]] bool keepDrafts() const { return m_keepDrafts; }
    /// False when it could not be written; it then counts until the program ends.
    bool setKeepDrafts(bool keep);

Q_SIGNALS:
    void changed();

private:
    QString m_file;
    bool m_keepDrafts = true;
};

} // namespace lanyard
