#pragma once

#include <QCheckBox>

namespace lanyard {

/// A check box whose text takes a further line where there is not enough room beside the box: with large text on a
/// small screen nothing needs to be scrolled sideways.
class WrappedCheckBox : public QCheckBox
{
    Q_OBJECT

public:
    explicit WrappedCheckBox(const QString &text, QWidget *parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    /// How far in the text begins; what is said about the choice begins there, too.
    [[nodiscard]] int boxWidth() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] bool hitButton(const QPoint &position) const override;

private:
    /// In a box of that size.
    [[nodiscard]] QRect textPlace(QSize size) const;
};

} // namespace lanyard
