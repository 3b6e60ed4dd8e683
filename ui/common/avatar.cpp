#include "ui/common/avatar.h"

#include "ui/look/icons.h"

#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

QString initialsOf(const QString &name)
{
    QString initials;
    const QStringList words = name.split(QChar::Space, Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (initials.size() < 2 && word.at(0).isLetterOrNumber())
            initials += word.at(0).toUpper();
    }
    return initials.isEmpty() ? QStringLiteral("?") : initials;
}

} // namespace

// Not qHash(), which Qt salts differently in each process (QHashSeed).
QColor avatarColour(const QString &name)
{
    const QByteArray utf8 = name.toUtf8();
    const int hue = qChecksum(utf8) % 360;
    return QColor::fromHsl(hue, 90, 110); // colour: each user has one
}

void paintAvatar(QPainter &painter, const QRect &place, const QString &name, const QImage &picture)
{
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath circle;
    circle.addEllipse(place);
    painter.setClipPath(circle);
    if (!picture.isNull()) {
        const QSizeF size = QSizeF(picture.size()).scaled(place.size(), Qt::KeepAspectRatioByExpanding);
        QRectF target(QPointF(0, 0), size);
        target.moveCenter(QRectF(place).center());
        painter.drawImage(target, picture);
        return;
    }
    painter.fillRect(place, avatarColour(name));
    if (name.isEmpty()) {
        QRect figure(QPoint(0, 0), place.size() / 2);
        figure.moveCenter(place.center());
        icon("profile"_L1, Qt::white).paint(&painter, figure); // colour: on the user's
        return;
    }
    QFont letters = painter.font();
    letters.setPixelSize(place.height() * 2 / 5);
    painter.setFont(letters);
    painter.setPen(Qt::white); // colour: on the user's
    painter.drawText(place, Qt::AlignCenter, initialsOf(name));
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

void Avatar::setName(const QString &name)
{
    m_name = name;
    update();
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintAvatar(painter, rect(), m_name, m_picture);
}

} // namespace lanyard

#include "moc_avatar.cpp"
