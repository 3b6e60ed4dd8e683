#pragma once

#include <QLineEdit>

namespace lanyard {

/// A value that is only read. It is as wide as its text, so that what stands behind it is at its end. A number is whole
/// wherever it is: without its last digit it would be another one. A longer text says where it is cut, until it has the
/// focus and scrolls.
class ReadLine : public QLineEdit
{
public:
    ReadLine();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QSize sizeFor(const QString &shown) const;
};

} // namespace lanyard
