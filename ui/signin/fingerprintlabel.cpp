#include "ui/signin/fingerprintlabel.h"

#include "ui/common/fingerprint.h"
#include "ui/look/fixedfont.h"
#include "ui/look/icons.h"
#include "ui/look/spacing.h"

#include <QPainter>

namespace lanyard {

namespace {

constexpr int GroupsInLine = 4;

} // namespace

FingerprintLabel::FingerprintLabel(QWidget *parent) : PlainLabel({}, parent)
{
    setFont(fixedFont());
    setLayoutDirection(Qt::LeftToRight);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFocusPolicy(Qt::StrongFocus); // read before it is trusted, by whoever goes through the dialog by Tab
    setMargin(space(Space::Hair));
}

void FingerprintLabel::setFingerprint(const QString &title, const QByteArray &sha256, int differs)
{
    m_differs = differs;
    setText(fingerprintText(sha256, GroupsInLine));
    setAccessibleName(title);
    setAccessibleDescription(text().simplified());
    update();
}

void FingerprintLabel::paintEvent(QPaintEvent *event)
{
    PlainLabel::paintEvent(event);
    if (m_differs < 0)
        return;
    const QFontMetrics metrics = fontMetrics();
    const int character = metrics.horizontalAdvance(u'0');
    const QRect text = contentsRect().adjusted(margin(), margin(), -margin(), -margin());
    const QRect group(text.left() + m_differs % GroupsInLine * (FingerprintGroupLength + 1) * character,
                      text.top() + m_differs / GroupsInLine * metrics.lineSpacing(), FingerprintGroupLength * character,
                      metrics.height());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double line = space(Space::Hair); // of less, half is painted beside the pixels, pale
    painter.setPen(QPen(toneColour(Tone::Bad, palette().color(QPalette::Window)), line));
    painter.drawRoundedRect(QRectF(group).adjusted(-line, 0, line, 0), line, line);
}

} // namespace lanyard

#include "moc_fingerprintlabel.cpp"
