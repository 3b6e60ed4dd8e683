#pragma once

#include <QScrollArea>

namespace lanyard {

class PlainLabel;

/// The text of a message: as high as it is, but never more than a part of its window; the rest is scrolled to, by the
/// keyboard too.
class MessageText : public QScrollArea
{
    Q_OBJECT

public:
    /// Takes @p label, which breaks its lines.
    explicit MessageText(PlainLabel *label, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    bool viewportEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace lanyard
