#pragma once

#include "ui/common/steadytable.h"

#include <QTableWidget>

namespace lanyard {

/// A read-only table of texts whose rows can be selected. Long texts wrap, and are scrolled through line by line. The
/// columns are as wide as their texts, as far as there is room: what tells the rows apart leaves most of it to the
/// others. Each row is identified by its id: the selection follows its row, and no other row replaces it.
class TextTable : public Steady<QTableWidget>
{
    Q_OBJECT

public:
    struct Row
    {
        QString id;        ///< not shown; unique in the table
        QStringList texts; ///< shown as plain text, one for each column
    };

    /// @p name is the accessible name.
    TextTable(const QString &name, const QStringList &headers, QWidget *parent = nullptr);

    /// Replaces the rows. The scroll position stays, and the selection stays with its row.
    void setRows(const QList<Row> &rows);
    /// Of the selected row; empty if none is selected.
    [[nodiscard]] QString selectedId() const;
    /// Selects the row that follows, or else the one before: @p row is about to be removed.
    void chooseRowAfter(int row);
    /// As tall as its rows, up to a part of the screen, once its width is known: call it in the window's showEvent().
    void fitWindowToRows();
    /// Of its header and its rows, at the width that it has.
    [[nodiscard]] int wholeHeight() const;
    void setText(int row, int column, const QString &text);
    /// Shows @p picture, small, below the text of a cell, which says what it is. Null: none.
    void showPicture(QTableWidgetItem &cell, const QImage &picture);

    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitColumns();

    QStringList m_ids; // of the rows
};

} // namespace lanyard
