#include "ui/common/buttontext.h"

#include "core/base/text.h"
#include "ui/look/outlinedstyle.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QPushButton>

namespace lanyard {

namespace {

// Qt asks for the right edge of what the icon leaves free, and the painter takes that for the end of the line. A text
// in English ends with its dots on the right there, too.
class ButtonTextStyle : public OutlinedStyle
{
public:
    explicit ButtonTextStyle(QApplication &application) { setParent(&application); }

    void drawItemText(QPainter *painter, const QRect &area, int flags, const QPalette &palette, bool enabled,
                      const QString &text, QPalette::ColorRole role) const override
    {
        const bool isAtEdge = painter->layoutDirection() == Qt::RightToLeft && (flags & Qt::AlignRight);
        OutlinedStyle::drawItemText(painter, area, isAtEdge ? flags | Qt::AlignAbsolute : flags, palette, enabled,
                                    inOwnDirection(text), role);
    }
};

class ButtonText : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Polish)
            return false;
        auto *button = qobject_cast<QPushButton *>(watched);
        if (button && button->isRightToLeft())
            button->setStyle(style());
        return false;
    }

private:
    // Another one after the desktop has changed its style.
    QStyle *style()
    {
        if (!m_style || !m_style->isCurrent())
            m_style = new ButtonTextStyle(*qApp);
        return m_style;
    }

    ButtonTextStyle *m_style = nullptr;
};

} // namespace

void installButtonText(QApplication &application)
{
    static const bool once = (application.installEventFilter(new ButtonText(&application)), true);
    Q_UNUSED(once);
}

} // namespace lanyard
