/*
 * A USB bus for one program. umockdev shows the program a /sys and a /dev/bus/usb of its own; this bridge answers its
 * ioctls as the kernel's usbfs would, and brings its transfers (URBs) to devices that live behind USB/IP.
 *
 *     umockdev-wrapper bridge COMMAND ARGUMENT...
 *
 * The command finds the port of the control line in TILLBOOK_MOCK_BUS. One line a request, one line an answer:
 *
 *     plug PORT BUSID DEVNUM DRIVER   imports BUSID from the USB/IP server at PORT; DRIVER holds its interface 0     ok
 *     hold BUSID yes|no               another program holds the interface, or no longer does                        ok
 *     driver BUSID                    who holds interface 0                                     usblp | usbfs | none
 *
 * A device is unplugged when its USB/IP server hangs up.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <glib-unix.h>
#include <linux/usbdevice_fs.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <umockdev.h>
#include <unistd.h>

enum { USBIP_SUBMIT = 1, USBIP_UNLINK = 2, USBIP_RET_SUBMIT = 3, USBIP_RET_UNLINK = 4 };
enum { HEADER_BYTES = 48, IMPORT_REPLY_BYTES = 312, LINE_MAX_BYTES = 256, DEVICES_MAX = 32 };

typedef struct {
    char busid[32], node[64], syspath[96], driver[16];
    int devnum, line;
    guint watch;
    UMockdevIoctlBase *ioctls;
    GHashTable *in_flight; /* sequence number -> Urb */
    GQueue done;           /* Urb, to be reaped */
    gboolean detached, claimed, held_by_other, gone;
} Device;

/* A transfer between SUBMITURB and REAPURB. */
typedef struct {
    guint32 sequence;
    gulong address; /* in the program, by which it is discarded */
    UMockdevIoctlData *urb, *buffer;
    gboolean is_in, is_control;
    int status, actual;
} Urb;

/* umockdev answers ioctls on a thread of its own; everything about transfers and claims is under this lock. */
static GMutex lock;
static UMockdevTestbed *testbed;
static GMainLoop *loop;
static Device *devices[DEVICES_MAX];
static guint32 last_sequence;
static int exit_code;

/* ---- the line to a USB/IP server ---- */

static gboolean read_all(int line, void *into, size_t count) {
    for (char *at = into; count > 0;) {
        ssize_t got = read(line, at, count);
        if (got <= 0) return FALSE;
        at += got;
        count -= got;
    }
    return TRUE;
}

static gboolean write_all(int line, const void *from, size_t count) {
    for (const char *at = from; count > 0;) {
        ssize_t put = write(line, at, count);
        if (put <= 0) return FALSE;
        at += put;
        count -= put;
    }
    return TRUE;
}

static int dial(int port) {
    int line = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port)};
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(line, (struct sockaddr *)&to, sizeof to) != 0) {
        close(line);
        return -1;
    }
    setsockopt(line, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return line;
}

static void send_submit(Device *d, guint32 sequence, gboolean is_in, int endpoint, const guint8 *setup,
                        const guint8 *out, int length) {
    guint32 header[12] = {htonl(USBIP_SUBMIT), htonl(sequence), htonl(1 << 16 | d->devnum), htonl(is_in),
                          htonl(endpoint),     0,               htonl(length),              0,
                          htonl(0xffffffff),   0,               0,                          0};
    if (setup) memcpy(&header[10], setup, 8);
    write_all(d->line, header, HEADER_BYTES);
    if (!is_in) write_all(d->line, out, length);
}

/* Asks over the control pipe before the program knows the device. Returns the number of bytes, -1 if it stalls. */
static int ask(Device *d, int request, int value, int index, guint8 *into, int length) {
    guint8 setup[8] = {0x80, request, value, value >> 8, index, index >> 8, length, length >> 8};
    guint32 header[12];
    send_submit(d, ++last_sequence, TRUE, 0, setup, NULL, length);
    if (!read_all(d->line, header, HEADER_BYTES)) return -1;
    int got = ntohl(header[6]);
    if (got > length || !read_all(d->line, into, got)) return -1;
    return (int)ntohl(header[5]) < 0 ? -1 : got;
}

/* ---- completing transfers ---- */

static void finish(Device *d, Urb *urb, int status, int actual) {
    g_hash_table_remove(d->in_flight, GUINT_TO_POINTER(urb->sequence));
    urb->status = status;
    urb->actual = actual;
    g_queue_push_tail(&d->done, urb);
}

static void reap(Device *d, UMockdevIoctlClient *client) {
    Urb *urb = g_queue_pop_head(&d->done);
    if (!urb) {
        umockdev_ioctl_client_complete(client, -1, d->gone ? ENODEV : EAGAIN);
        return;
    }
    UMockdevIoctlData *where =
        umockdev_ioctl_data_resolve(umockdev_ioctl_client_get_arg(client), 0, sizeof(gpointer), NULL);
    struct usbdevfs_urb *told = (struct usbdevfs_urb *)urb->urb->data;
    told->status = urb->status;
    told->actual_length = urb->actual;
    umockdev_ioctl_data_set_ptr(where, 0, urb->urb);
    umockdev_ioctl_client_complete(client, 0, 0);
    g_free(urb);
}

static void unplug(Device *d) {
    g_mutex_lock(&lock);
    GList *rest = g_hash_table_get_values(d->in_flight);
    d->gone = TRUE;
    for (GList *one = rest; one; one = one->next) finish(d, one->data, -ESHUTDOWN, 0);
    g_list_free(rest);
    close(d->line);
    g_mutex_unlock(&lock);
    umockdev_testbed_uevent(testbed, d->syspath, "remove");
    umockdev_testbed_remove_device(testbed, d->syspath);
}

static gboolean on_answer(gint line, GIOCondition condition, gpointer data) {
    Device *d = data;
    guint32 header[12];
    if (!read_all(line, header, HEADER_BYTES)) {
        unplug(d);
        return G_SOURCE_REMOVE;
    }
    g_mutex_lock(&lock);
    Urb *urb = g_hash_table_lookup(d->in_flight, GUINT_TO_POINTER(ntohl(header[1])));
    int actual = ntohl(header[6]);
    /* Its device ends a transfer by an answer of its own before it says that it was unlinked. */
    if (ntohl(header[0]) == USBIP_RET_SUBMIT && urb) {
        if (urb->is_in && actual > 0) read_all(line, urb->buffer->data + (urb->is_control ? 8 : 0), actual);
        finish(d, urb, (int)ntohl(header[5]), actual);
    }
    g_mutex_unlock(&lock);
    return G_SOURCE_CONTINUE;
}

/* ---- what the program asks of usbfs ---- */

static void submit(Device *d, UMockdevIoctlClient *client, UMockdevIoctlData *arg) {
    Urb *urb = g_new0(Urb, 1);
    urb->sequence = ++last_sequence;
    urb->address = *(gulong *)arg->data;
    urb->urb = g_object_ref(umockdev_ioctl_data_resolve(arg, 0, sizeof(struct usbdevfs_urb), NULL));
    struct usbdevfs_urb *told = (struct usbdevfs_urb *)urb->urb->data;
    urb->buffer = umockdev_ioctl_data_resolve(urb->urb, G_STRUCT_OFFSET(struct usbdevfs_urb, buffer),
                                              told->buffer_length, NULL);
    urb->is_control = told->type == USBDEVFS_URB_TYPE_CONTROL;
    urb->is_in = ((urb->is_control ? urb->buffer->data[0] : told->endpoint) & 0x80) != 0;
    g_hash_table_insert(d->in_flight, GUINT_TO_POINTER(urb->sequence), urb);
    if (urb->is_control)
        send_submit(d, urb->sequence, urb->is_in, 0, urb->buffer->data, urb->buffer->data + 8,
                    told->buffer_length - 8);
    else
        send_submit(d, urb->sequence, urb->is_in, told->endpoint & 0x0f, NULL, urb->buffer->data,
                    told->buffer_length);
    umockdev_ioctl_client_complete(client, 0, 0);
}

static void discard(Device *d, UMockdevIoctlClient *client, gulong address) {
    GHashTableIter each;
    gpointer value;
    g_hash_table_iter_init(&each, d->in_flight);
    while (g_hash_table_iter_next(&each, NULL, &value)) {
        Urb *urb = value;
        if (urb->address != address) continue;
        guint32 header[12] = {htonl(USBIP_UNLINK), htonl(++last_sequence), htonl(1 << 16 | d->devnum), 0, 0,
                              htonl(urb->sequence)};
        write_all(d->line, header, HEADER_BYTES);
        umockdev_ioctl_client_complete(client, 0, 0);
        return;
    }
    umockdev_ioctl_client_complete(client, -1, EINVAL);
}

static const char *driver_of(Device *d) {
    if (d->claimed || d->held_by_other) return "usbfs";
    return d->detached ? "none" : d->driver;
}

static void claim(Device *d, UMockdevIoctlClient *client) {
    gboolean free = !d->held_by_other && !d->claimed && strcmp(driver_of(d), "none") == 0;
    if (free) d->claimed = TRUE;
    umockdev_ioctl_client_complete(client, free ? 0 : -1, free ? 0 : EBUSY);
}

static void get_driver(Device *d, UMockdevIoctlClient *client, UMockdevIoctlData *arg) {
    UMockdevIoctlData *told = umockdev_ioctl_data_resolve(arg, 0, sizeof(struct usbdevfs_getdriver), NULL);
    gboolean none = strcmp(driver_of(d), "none") == 0;
    if (!none) strcpy(((struct usbdevfs_getdriver *)told->data)->driver, driver_of(d));
    umockdev_ioctl_client_complete(client, none ? -1 : 0, none ? ENODATA : 0);
}

static void driver_request(Device *d, UMockdevIoctlClient *client, UMockdevIoctlData *arg) {
    UMockdevIoctlData *told = umockdev_ioctl_data_resolve(arg, 0, sizeof(struct usbdevfs_ioctl), NULL);
    gulong code = (guint)((struct usbdevfs_ioctl *)told->data)->ioctl_code;
    if (code == USBDEVFS_DISCONNECT && !d->held_by_other) {
        d->detached = TRUE;
        umockdev_ioctl_client_complete(client, 0, 0);
    } else if (code == USBDEVFS_CONNECT && !d->claimed) {
        d->detached = FALSE;
        umockdev_ioctl_client_complete(client, 1, 0);
    } else {
        umockdev_ioctl_client_complete(client, -1, code == USBDEVFS_CONNECT ? EBUSY : ENOTTY);
    }
}

static void answer(UMockdevIoctlClient *client, Device *d) {
    gulong request = umockdev_ioctl_client_get_request(client);
    UMockdevIoctlData *arg = umockdev_ioctl_client_get_arg(client);
    if (d->gone && request != USBDEVFS_REAPURBNDELAY) {
        umockdev_ioctl_client_complete(client, -1, ENODEV);
        return;
    }
    switch (request) {
        case USBDEVFS_GET_CAPABILITIES:
            *(guint32 *)umockdev_ioctl_data_resolve(arg, 0, sizeof(guint32), NULL)->data =
                USBDEVFS_CAP_ZERO_PACKET | USBDEVFS_CAP_NO_PACKET_SIZE_LIM | USBDEVFS_CAP_REAP_AFTER_DISCONNECT;
            umockdev_ioctl_client_complete(client, 0, 0);
            return;
        case USBDEVFS_GETDRIVER: get_driver(d, client, arg); return;
        case USBDEVFS_IOCTL: driver_request(d, client, arg); return;
        case USBDEVFS_CLAIMINTERFACE: claim(d, client); return;
        case USBDEVFS_RELEASEINTERFACE:
            d->claimed = FALSE;
            umockdev_ioctl_client_complete(client, 0, 0);
            return;
        case USBDEVFS_SUBMITURB: submit(d, client, arg); return;
        case USBDEVFS_DISCARDURB: discard(d, client, *(gulong *)arg->data); return;
        /* At once: the program waits in poll, which a file of umockdev's ends immediately. */
        case USBDEVFS_REAPURB:
        case USBDEVFS_REAPURBNDELAY: reap(d, client); return;
        case USBDEVFS_SETCONFIGURATION:
        case USBDEVFS_SETINTERFACE:
        case USBDEVFS_CLEAR_HALT:
        case USBDEVFS_RESET: umockdev_ioctl_client_complete(client, 0, 0); return;
        default:
            fprintf(stderr, "bridge: no such ioctl here: %lx\n", request);
            umockdev_ioctl_client_complete(client, -1, ENOTTY);
            return;
    }
}

static gboolean on_ioctl(UMockdevIoctlBase *base, UMockdevIoctlClient *client, Device *d) {
    g_mutex_lock(&lock);
    answer(client, d);
    g_mutex_unlock(&lock);
    return TRUE;
}

/* ---- plugging in ---- */

/* A bus without devices has its root hub all the same; without any, libusb takes the machine for one without sysfs. */
static gboolean show_root_hub(void) {
    static const char *hub =
        "P: /devices/usb1\nN: bus/usb/001/001\nE: SUBSYSTEM=usb\nE: DRIVER=usb\nE: BUSNUM=001\nE: DEVNUM=001\n"
        "E: DEVNAME=/dev/bus/usb/001/001\nE: DEVTYPE=usb_device\nA: bConfigurationValue=1\\n\nA: busnum=1\\n\n"
        "A: devnum=1\\n\nA: speed=480\\n\nA: bNumConfigurations=1\\n\n"
        "H: descriptors=1201000209000140" "6B1D020014050302010109021900010100E000090400000109000000070581030400" "0C\n";
    GError *error = NULL;
    gboolean shown = umockdev_testbed_add_from_string(testbed, hub, &error);
    if (!shown) fprintf(stderr, "bridge: %s\n", error->message);
    return shown;
}

static gboolean import(Device *d, int port) {
    guint8 request[40] = {1, 0x11, 0x80, 3}, reply[IMPORT_REPLY_BYTES];
    d->line = dial(port);
    if (d->line < 0) return FALSE;
    strncpy((char *)request + 8, d->busid, sizeof d->busid - 1);
    return write_all(d->line, request, sizeof request) && read_all(d->line, reply, 8) && reply[7] == 0 &&
           read_all(d->line, reply, sizeof reply);
}

static gboolean show(Device *d) {
    guint8 device[18], configuration[1024];
    GError *error = NULL;
    if (ask(d, 6, 0x100, 0, device, sizeof device) != sizeof device) return FALSE;
    int length = ask(d, 6, 0x200, 0, configuration, sizeof configuration);
    if (length < 9) return FALSE;
    GString *text = g_string_new(NULL);
    g_string_printf(text,
                    "P: /devices/usb1/%s\nN: bus/usb/001/%03d\nE: SUBSYSTEM=usb\nE: DRIVER=usb\nE: BUSNUM=001\n"
                    "E: DEVNUM=%03d\nE: DEVNAME=%s\nE: DEVTYPE=usb_device\nA: bConfigurationValue=1\\n\n"
                    "A: busnum=1\\n\nA: devnum=%d\\n\nA: speed=12\\n\nA: bNumConfigurations=1\\n\nH: descriptors=",
                    d->busid, d->devnum, d->devnum, d->node, d->devnum);
    for (int i = 0; i < 18; i++) g_string_append_printf(text, "%02X", device[i]);
    for (int i = 0; i < length; i++) g_string_append_printf(text, "%02X", configuration[i]);
    g_string_append_c(text, '\n');
    d->ioctls = umockdev_ioctl_base_new();
    g_object_connect(d->ioctls, "signal-after::handle-ioctl", on_ioctl, d, NULL);
    gboolean shown = umockdev_testbed_attach_ioctl(testbed, d->node, d->ioctls, &error) &&
                     umockdev_testbed_add_from_string(testbed, text->str, &error);
    if (!shown) fprintf(stderr, "bridge: %s\n", error ? error->message : "cannot show the device");
    g_string_free(text, TRUE);
    return shown;
}

static gboolean plug(int port, const char *busid, int devnum, const char *driver) {
    int slot = 0;
    while (slot < DEVICES_MAX && devices[slot] && !(devices[slot]->gone && !strcmp(devices[slot]->busid, busid))) slot++;
    if (slot == DEVICES_MAX) return FALSE;
    Device *d = g_new0(Device, 1);
    g_strlcpy(d->busid, busid, sizeof d->busid);
    g_strlcpy(d->driver, driver, sizeof d->driver);
    g_snprintf(d->node, sizeof d->node, "/dev/bus/usb/001/%03d", devnum);
    g_snprintf(d->syspath, sizeof d->syspath, "/sys/devices/usb1/%s", busid);
    d->devnum = devnum;
    d->detached = !strcmp(driver, "none");
    d->in_flight = g_hash_table_new(NULL, NULL);
    if (!import(d, port) || !show(d)) return FALSE;
    devices[slot] = d;
    d->watch = g_unix_fd_add(d->line, G_IO_IN | G_IO_HUP, on_answer, d);
    return TRUE;
}

/* ---- the control line ---- */

static Device *find(const char *busid) {
    for (int i = 0; i < DEVICES_MAX && devices[i]; i++)
        if (!devices[i]->gone && !strcmp(devices[i]->busid, busid)) return devices[i];
    return NULL;
}

static const char *obey(const char *request) {
    char busid[32], word[16];
    int port, devnum;
    if (sscanf(request, "plug %d %31s %d %15s", &port, busid, &devnum, word) == 4)
        return plug(port, busid, devnum, word) ? "ok" : "cannot plug in";
    Device *d = NULL;
    if (sscanf(request, "hold %31s %15s", busid, word) == 2 && (d = find(busid))) {
        d->held_by_other = !strcmp(word, "yes");
        return "ok";
    }
    if (sscanf(request, "driver %31s", busid) == 1 && (d = find(busid))) return driver_of(d);
    return "no such device or request";
}

static gboolean on_request(gint line, GIOCondition condition, gpointer data) {
    char request[LINE_MAX_BYTES];
    size_t length = 0;
    while (length < sizeof request - 1 && read_all(line, request + length, 1) && request[length] != '\n') length++;
    if (length == 0) return G_SOURCE_REMOVE;
    request[length] = 0;
    const char *said = obey(request);
    write_all(line, said, strlen(said));
    write_all(line, "\n", 1);
    return G_SOURCE_CONTINUE;
}

static gboolean on_caller(gint door, GIOCondition condition, gpointer data) {
    int line = accept(door, NULL, NULL);
    if (line >= 0) g_unix_fd_add(line, G_IO_IN | G_IO_HUP, on_request, NULL);
    return G_SOURCE_CONTINUE;
}

static void open_door(void) {
    int door = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in at = {.sin_family = AF_INET};
    socklen_t length = sizeof at;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (bind(door, (struct sockaddr *)&at, sizeof at) || listen(door, 4) ||
        getsockname(door, (struct sockaddr *)&at, &length)) {
        perror("bridge: no port for the control line");
        exit(2);
    }
    char port[8];
    g_snprintf(port, sizeof port, "%d", ntohs(at.sin_port));
    g_setenv("TILLBOOK_MOCK_BUS", port, TRUE);
    g_unix_fd_add(door, G_IO_IN, on_caller, NULL);
}

static void on_end(GPid process, gint status, gpointer data) {
    exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    g_main_loop_quit(loop);
}

int main(int count, char **arguments) {
    GPid process;
    GError *error = NULL;
    if (count < 2) {
        fprintf(stderr, "usage: umockdev-wrapper bridge COMMAND ARGUMENT...\n");
        return 2;
    }
    testbed = umockdev_testbed_new();
    loop = g_main_loop_new(NULL, FALSE);
    if (!show_root_hub()) return 2;
    open_door();
    if (!g_spawn_async(NULL, arguments + 1, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                       &process, &error)) {
        fprintf(stderr, "bridge: %s\n", error->message);
        return 2;
    }
    g_child_watch_add(process, on_end, NULL);
    g_main_loop_run(loop);
    return exit_code;
}
