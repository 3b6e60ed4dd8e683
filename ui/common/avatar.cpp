#include "ui/common/avatar.h"

#include "ui/common/icons.h"

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
    return QColor::fromHsl(hue, 90, 110);
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
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath circle;
    circle.addEllipse(rect());
    painter.setClipPath(circle);
    if (!m_picture.isNull()) {
        const QSizeF size = QSizeF(m_picture.size()).scaled(rect().size(), Qt::KeepAspectRatioByExpanding);
        QRectF target(QPointF(0, 0), size);
        target.moveCenter(QRectF(rect()).center());
        painter.drawImage(target, m_picture);
        return;
    }
    painter.fillRect(rect(), avatarColour(m_name));
    if (m_name.isEmpty()) {
        const int side = height() / 2;
        icon("profile"_L1, Qt::white).paint(&painter, QRect((width() - side) / 2, (height() - side) / 2, side, side));
        return;
    }
    QFont letters = font();
    letters.setPixelSize(height() * 2 / 5);
    painter.setFont(letters);
    painter.setPen(Qt::white);
    painter.drawText(rect(), Qt::AlignCenter, initialsOf(m_name));
}

} // namespace lanyard

#include "moc_avatar.cpp"
