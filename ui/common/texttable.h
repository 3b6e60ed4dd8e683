#pragma once

#include "ui/common/steadytable.h"

#include <QTableWidget>

namespace lanyard {

/// A table of texts to be read and picked from by row, not edited. Long ones wrap, very long ones are cut. Each row is
/// one thing that its id tells: what is selected stays selected wherever it moves to, and nothing takes its place.
class TextTable : public Steady<QTableWidget>
{
    Q_OBJECT

public:
    struct Row
    {
        QString id;        ///< not shown; one of a kind in the table
        QStringList texts; ///< shown plain, one for each column
    };

    /// @p name is what screen readers call it.
    TextTable(const QString &name, const QStringList &headers, QWidget *parent = nullptr);

    /// Instead of those that are there. The place that is scrolled to stays, and the selection with its row.
    void setRows(const QList<Row> &rows);
    /// Of the row that is selected; empty when none is.
    [[nodiscard]] QString selectedId() const;
    void setText(int row, int column, const QString &text);

private:
    QStringList m_ids; // of the rows
};

} // namespace lanyard
