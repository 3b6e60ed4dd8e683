#pragma once

#include <QTabBar>

namespace lanyard {

/// A choice between a few pages as segments of one quiet bar, of which the chosen one has the accent. To a screen
/// reader it is a list of tabs.
class SegmentBar : public QTabBar
{
    Q_OBJECT

public:
    explicit SegmentBar(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override;

private:
    [[nodiscard]] QColor ground() const;
    void paintSegment(QPainter &painter, int index) const;
};

} // namespace lanyard
