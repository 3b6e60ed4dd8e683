#pragma once

#include <QWidget>

namespace lanyard {

/// Whether the user points at @p area, perhaps about to click: the pointer is over it, and no key has been pressed
/// since it was moved there. A pointer that lies somewhere while somebody works with the keyboard does not count.
class PointerWatch : public QObject
{
    Q_OBJECT

public:
    /// Belongs to @p area.
    explicit PointerWatch(QWidget &area);

    [[nodiscard]] bool isPointing() const { return m_isPointing; }

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void changed();

private:
    void setPointing(bool isPointing);

    QWidget &m_area;
    QPoint m_leftAt; ///< where the pointer was when it was no longer over the area
    bool m_isPointing = false;
};

} // namespace lanyard
