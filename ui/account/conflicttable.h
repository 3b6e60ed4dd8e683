#pragma once

#include "ui/common/texttable.h"

#include <QImage>

#include <optional>

namespace lanyard {

class DocumentEdits;
struct Conflict;

/// What is shown for one conflict: texts, plain and safe to show, and of pictures the pictures themselves.
struct ConflictTexts
{
    QString label;
    QString mine;
    QString theirs;
    QString before;
    QList<QImage> pictures = {}; ///< mine, theirs, before; empty: it is about something else
};
[[nodiscard]] ConflictTexts conflictTexts(const Conflict &conflict, const DocumentEdits &user);

/// The conflicts, with their three values side by side, or below each other where side by side they could not be read.
/// Yours and theirs are chosen in their cells, as radio buttons are.
class ConflictTable : public TextTable
{
    Q_OBJECT

public:
    explicit ConflictTable(QList<ConflictTexts> conflicts);

    [[nodiscard]] int count() const { return static_cast<int>(m_conflicts.size()); }
    [[nodiscard]] QString label(int conflict) const { return m_conflicts.at(conflict).label; }
    /// Of which a row is selected; -1: none.
    [[nodiscard]] int selectedConflict() const;
    void choose(int conflict);
    /// For each conflict whether to keep mine, if that is decided.
    [[nodiscard]] const QList<std::optional<bool>> &decisions() const { return m_decisions; }
    void decide(int conflict, bool mine);

Q_SIGNALS:
    /// A value was chosen in its cell.
    void chosen(int conflict, bool mine);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum Part { Field, Yours, Theirs, Before, PartCount };

    void fill();
    void choosePart(int conflict, int part);
    void press(int row, int column);
    [[nodiscard]] QTableWidgetItem *cell(int conflict, int part) const;
    [[nodiscard]] QString textOf(int conflict, int part) const;
    void showDecision(int conflict);

    QList<ConflictTexts> m_conflicts;
    QList<std::optional<bool>> m_decisions;
    bool m_isStacked = false;
};

} // namespace lanyard
