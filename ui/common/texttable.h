#pragma once

#include <QTableWidget>

namespace lanyard {

/// A table of texts to be read and picked from by row, not edited. Long ones wrap, very long ones are cut.
class TextTable : public QTableWidget
{
    Q_OBJECT

public:
    /// @p name is what screen readers call it.
    TextTable(const QString &name, const QStringList &headers, QWidget *parent = nullptr);

    /// The texts are shown plain, one for each column.
    void addRow(const QStringList &texts);
    void setText(int row, int column, const QString &text);
};

} // namespace lanyard
