#pragma once

#include <QScrollArea>

namespace lanyard {

class PlainLabel;

/// The text of a message: as tall as it needs to be, up to a part of its window's height; the rest can be scrolled to,
/// also with the keyboard.
class MessageText : public QScrollArea
{
    Q_OBJECT

public:
    /// Takes ownership of @p label, which wraps its text.
    explicit MessageText(PlainLabel *label, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    bool viewportEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void chooseScrollBar();
};

} // namespace lanyard
