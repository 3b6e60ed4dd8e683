#include "ui/signin/fingerprintlabel.h"

#include "ui/look/icons.h"
#include "ui/look/spacing.h"

#include <QFontDatabase>
#include <QPainter>

namespace lanyard {

namespace {

constexpr int GroupsInLine = 4;

} // namespace

FingerprintLabel::FingerprintLabel(QWidget *parent) : PlainLabel({}, parent)
{
    // Digits and letters of one width, in the size of the window's text.
    QFont fixed;
    fixed.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
    setFont(fixed);
    setLayoutDirection(Qt::LeftToRight);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setMargin(space(Space::Hair));
}

void FingerprintLabel::setFingerprint(const QByteArray &sha256, int differs)
{
    m_differs = differs;
    QString text;
    for (int group = 0; group * GroupLength < sha256.size() * 2; ++group) {
        if (group > 0)
            text += group % GroupsInLine == 0 ? u'\n' : u' ';
        text += fingerprintGroup(sha256, group);
    }
    setText(text);
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
    const QRect group(text.left() + m_differs % GroupsInLine * (GroupLength + 1) * character,
                      text.top() + m_differs / GroupsInLine * metrics.lineSpacing(), GroupLength * character,
                      metrics.height());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double line = space(Space::Hair) / 2.0;
    painter.setPen(QPen(toneColour(Tone::Bad, palette().color(QPalette::Window)), line));
    painter.drawRoundedRect(QRectF(group).adjusted(-line, 0, line, 0), line, line);
}

int firstDifference(const QByteArray &a, const QByteArray &b)
{
    for (int group = 0; group * FingerprintLabel::GroupLength < qMin(a.size(), b.size()) * 2; ++group) {
        if (fingerprintGroup(a, group) != fingerprintGroup(b, group))
            return group;
    }
    return -1;
}

QString fingerprintGroup(const QByteArray &sha256, int group)
{
    return QString::fromLatin1(sha256.toHex())
        .toUpper()
        .mid(group * FingerprintLabel::GroupLength, FingerprintLabel::GroupLength);
}

} // namespace lanyard

#include "moc_fingerprintlabel.cpp"
