#pragma once

#include <QWidget>

namespace lanyard {

class FieldRow;

/// The columns of a group of fields.
inline constexpr int FieldColumns = 6;

/// One field's place in the form: its label with what stands beside it, its editor below, then its remark. A changed
/// field has a bar at its edge. A value that is only read has what stands beside it right behind it.
class FieldCell : public QWidget
{
    Q_OBJECT

public:
    /// Takes the widgets of @p row, which must outlive it.
    explicit FieldCell(const FieldRow &row, QWidget *parent = nullptr);

    /// How many of them it takes, by what usually stands in it.
    [[nodiscard]] int columns() const;
    /// Nothing stands beside it.
    [[nodiscard]] bool isAlone() const;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void keepRoomForBar();

    const FieldRow &m_row;
};

} // namespace lanyard
