#pragma once

#include <QProxyStyle>

class QStyleOptionComboBox;
class QStyleOptionSpinBox;

namespace lanyard {

/// Fusion with edges that can be seen in every palette, as WCAG 2 asks for (its own are as dark as the window on a dark
/// desktop), with boxes to tick and arrows that grow with the text, with one height for all fields, and with room
/// around the text of a button. Over another style, which a desktop has chosen for all its programs, it changes
/// nothing.
class OutlinedStyle : public QProxyStyle
{
    Q_OBJECT

public:
    /// Over the application's style.
    OutlinedStyle();

    /// Whether it still is over the application's style, which the desktop may change.
    [[nodiscard]] bool isCurrent() const;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *answer) const override;
    QIcon standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const override;
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;

private:
    [[nodiscard]] static bool isTextArea(const QWidget *widget);
    [[nodiscard]] bool drawOutlined(PrimitiveElement element, const QStyleOption &option, QPainter &painter,
                                    const QWidget *widget) const;
    static void drawBranch(const QStyleOption &option, QPainter &painter);
    void drawComboBox(const QStyleOptionComboBox &option, QPainter &painter, const QWidget *widget) const;
    void drawSpinBox(const QStyleOptionSpinBox &option, QPainter &painter, const QWidget *widget) const;

    bool m_isOverFusion;
};

/// Shows all windows in it, if the desktop asks for Fusion. Needs a QApplication.
void installOutlinedStyle();

/// The name of the style that the desktop asks for, without what is ours.
[[nodiscard]] QString desktopStyleName();

} // namespace lanyard
