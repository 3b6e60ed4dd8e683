#include "ui/common/avatar.h"

#include "ui/look/icons.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace lanyard {

// Not qHash(), which Qt salts differently in each process (QHashSeed).
QColor avatarColour(const QString &userName)
{
    const QByteArray utf8 = userName.toUtf8();
    const int hue = qChecksum(utf8) % 360;
    return QColor::fromHsl(hue, 90, 110); // colour: each user has one
}

Avatar::Avatar(int diameter, QWidget *parent) : QWidget(parent)
{
    setDiameter(diameter);
}

void Avatar::setDiameter(int diameter)
{
    setFixedSize(diameter, diameter);
}

void Avatar::setPicture(const QImage &picture)
{
    m_picture = picture;
    update();
}

void Avatar::setUser(const QString &initials, const QString &userName)
{
    m_initials = initials;
    m_userName = userName;
    update();
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    // As a brush: a clip has no smooth edge. Half a pixel inside, for at 125 % a widget begins between two of them.
    const QRectF circle = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QBrush fill(avatarColour(m_userName));
    if (!m_picture.isNull()) {
        const QSizeF size = QSizeF(m_picture.size()).scaled(circle.size(), Qt::KeepAspectRatioByExpanding);
        QRectF target(QPointF(0, 0), size);
        target.moveCenter(circle.center());
        fill.setTextureImage(m_picture);
        fill.setTransform(QTransform::fromTranslate(target.x(), target.y())
                              .scale(size.width() / m_picture.width(), size.height() / m_picture.height()));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawEllipse(circle);
    if (!m_picture.isNull())
        return;
    if (m_initials.isEmpty()) {
        QRect figure(QPoint(0, 0), rect().size() / 2);
        figure.moveCenter(rect().center());
        icon("profile"_L1, Qt::white).paint(&painter, figure); // colour: on the user's
        return;
    }
    QFont letters = painter.font();
    letters.setPixelSize(height() * 2 / 5);
    painter.setFont(letters);
    painter.setPen(Qt::white); // colour: on the user's
    painter.drawText(rect(), Qt::AlignCenter, m_initials);
}

} // namespace lanyard

#include "moc_avatar.cpp"
